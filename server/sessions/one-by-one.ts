/** Work that is done for each of several, where one that fails must not keep the others from theirs. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Log } from '../logging/log.ts';

/** Where it is told what failed, and of which session. */
interface Faults {
  readonly report: Pick<Log, 'fault'>;
  readonly message: string;
}

/** Runs one piece of work; a failure is written down with the session's id. Says whether it was done. */
export async function tryFor(
  session: SessionId,
  work: () => Promise<unknown> | void,
  { report, message }: Faults,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    report.fault(message, error, { session });
    return false;
  }
}
