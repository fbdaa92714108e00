import { spawn } from 'node:child_process';
import * as v from 'valibot';
import { Ticket } from '../../shared/contract/identifiers.ts';

/** The variable that carries the ticket to a host that was started by another one; only this user's processes can read it. */
const STARTED_TICKET = 'REMOTEHELP_STARTED_TICKET';

/** Starts a host of its own that outlives this process and the browser. Resolves when the system has started it. */
export function startDetached(
  executable: string,
  ticket: Ticket,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const child = spawn(executable, [], {
    detached: true,
    // Its standard output is the browser's pipe otherwise, and that may carry frames only.
    stdio: 'ignore',
    env: { ...variables, [STARTED_TICKET]: ticket },
    windowsHide: false,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

/** The ticket that a host was started with in that way. */
export function startedTicket(variables: Readonly<Record<string, string | undefined>>): Ticket | undefined {
  const ticket = v.safeParse(Ticket, variables[STARTED_TICKET]);
  return ticket.success ? ticket.output : undefined;
}
