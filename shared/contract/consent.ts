import * as v from 'valibot';
import { Moment } from './text.ts';

/** Tools on the customer's computer. Each is asked for by itself, and none comes with seeing or controlling. */
export const ToolScope = v.picklist(['files', 'shell', 'system-information', 'actions']);
export type ToolScope = v.InferOutput<typeof ToolScope>;

/** What a customer can be asked for. */
export const ConsentScope = v.picklist(['view', 'control', ...ToolScope.options]);
export type ConsentScope = v.InferOutput<typeof ConsentScope>;

/** Whether this is a tool, and not the screen or the hands. */
export function isToolScope(scope: ConsentScope): scope is ToolScope {
  return scope !== 'view' && scope !== 'control';
}

/** Which hands a control consent lends: both, or each alone. */
export const ControlDevices = v.picklist(['both', 'pointer', 'keyboard']);
export type ControlDevices = v.InferOutput<typeof ControlDevices>;

/** How long a consent holds, in minutes; `null` is until the session ends. */
export const ConsentMinutes = v.nullable(v.picklist([15, 30]));
export type ConsentMinutes = v.InferOutput<typeof ConsentMinutes>;

/** What a rep asks for. Control includes view. `devices` counts for control only. */
export const ConsentAsk = v.strictObject({ scope: ConsentScope, devices: ControlDevices, minutes: ConsentMinutes });
export type ConsentAsk = v.InferOutput<typeof ConsentAsk>;

/** A shell that is opened under it is recorded. The server says so with the question, as the administrator has set it. */
const isRecorded = v.exactOptional(v.literal(true));

/** A question as it stands in the log: what a rep asked for, and what no rep chooses. */
export const StandingAsk = v.strictObject({ ...ConsentAsk.entries, isRecorded });
export type StandingAsk = v.InferOutput<typeof StandingAsk>;

/** One grant in force, as the host reports it. `until` is `null` when it ends with the session. */
export const Consent = v.strictObject({
  scope: ConsentScope,
  devices: ControlDevices,
  grantedAt: Moment,
  until: v.nullable(Moment),
  isRecorded,
});
export type Consent = v.InferOutput<typeof Consent>;
