/** System information that a rep has kept with a session, for whoever helps with the same computer later. */
import * as v from 'valibot';
import { ClientEntryId, SessionId } from './identifiers.ts';
import { operation } from './contract.ts';
import { LogEntry } from './session-log.ts';
import { SystemReading } from './system-information.ts';
import { Moment } from './text.ts';
import { SystemCategory } from './tool-use.ts';

/** A reading as it was kept. Each category once in a session: the latest. */
export const KeptReading = v.strictObject({ session: SessionId, keptAt: Moment, reading: SystemReading });
export type KeptReading = v.InferOutput<typeof KeptReading>;

export const repKeptSystemOperations = {
  /** Keeps what was read; the log says so, and the customer reads it there. */
  'system.keep': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, reading: SystemReading }),
    v.strictObject({ entry: LogEntry }),
  ),
  /** What was kept last of this computer, in another session of the same customer's; `null` for nothing. */
  'system.last': operation(
    v.strictObject({ session: SessionId, category: SystemCategory }),
    v.strictObject({ last: v.nullable(KeptReading) }),
  ),
};

export const adminKeptSystemOperations = {
  /** All that was kept with a session, in the order of the categories. Whoever reads it is written into the audit trail. */
  'sessions.system': operation(v.strictObject({ id: SessionId }), v.strictObject({ kept: v.array(KeptReading) })),
};
