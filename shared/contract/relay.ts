/** The relay (TURN) that carries screens where no direct way is found: as the web panel sets it, and how it stands. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';

/** `turn:` or `turns:`, a host, perhaps a port and a transport. */
export const RelayUrl = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(300),
  v.regex(
    /^turns?:(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/,
    'must look like turn:relay.example:3478',
  ),
);

/** The secret that coturn knows as `static-auth-secret`. */
export const RelaySecret = v.pipe(v.string(), v.trim(), v.minLength(16), v.maxLength(256));

/** How the relay stands. The secret is never shown again. */
export const RelayState = v.strictObject({
  /** Who has set it: the server's environment rules over the web panel. */
  by: v.picklist(['environment', 'panel', 'nobody']),
  url: v.string(),
});
export type RelayState = v.InferOutput<typeof RelayState>;

/**
 * What came of asking the relay for a way through. `works`: it gave one. `refused`: it answers and does not take the
 * secret. `silent`: nothing answers there.
 */
export const RelayTrial = v.picklist(['works', 'refused', 'silent']);
export type RelayTrial = v.InferOutput<typeof RelayTrial>;

const state = v.strictObject({ relay: RelayState });

export const adminRelayOperations = {
  'relay.get': operation(Nothing, state),
  /** `secret: null` keeps the one that is stored, for the same address. It counts for the next link; nothing is restarted. */
  'relay.update': operation(v.strictObject({ url: RelayUrl, secret: v.nullable(RelaySecret) }), state),
  'relay.remove': operation(Nothing, state),
  /** Asks the relay for a way through, as two computers would, and gives it back at once. */
  'relay.test': operation(Nothing, v.strictObject({ trial: RelayTrial })),
};
