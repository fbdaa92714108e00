import * as v from 'valibot';
import { Moment } from './text.ts';

/** What a customer can be asked for. More scopes (clipboard, files, shell …) come with their features. */
export const ConsentScope = v.picklist(['view', 'control']);
export type ConsentScope = v.InferOutput<typeof ConsentScope>;

/** Which hands a control consent lends: both, or each alone. */
export const ControlDevices = v.picklist(['both', 'pointer', 'keyboard']);
export type ControlDevices = v.InferOutput<typeof ControlDevices>;

/** How long a consent holds, in minutes; `null` is until the session ends. */
export const ConsentMinutes = v.nullable(v.picklist([15, 30]));
export type ConsentMinutes = v.InferOutput<typeof ConsentMinutes>;

/** What a rep asks for. Control includes view. */
export const ConsentAsk = v.strictObject({ scope: ConsentScope, devices: ControlDevices, minutes: ConsentMinutes });
export type ConsentAsk = v.InferOutput<typeof ConsentAsk>;

/** One grant in force, as the host reports it. `until` is `null` when it ends with the session. */
export const Consent = v.strictObject({
  scope: ConsentScope,
  devices: ControlDevices,
  grantedAt: Moment,
  until: v.nullable(Moment),
});
export type Consent = v.InferOutput<typeof Consent>;
