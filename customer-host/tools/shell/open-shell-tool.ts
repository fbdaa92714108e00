/** What one viewer asks of the shells, over its channel. */
import { hostShellContract, readShellMessage, shellMessage } from '../../../shared/contract/host-shell.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { answerChannelCalls } from '../../../shared/link/channel-calls.ts';
import { createAllowance } from '../../consent/allowance.ts';
import type { Tool } from '../tool.ts';
import type { ShellAudience, Shells } from './shells.ts';

/** Far more than anybody types, and some pastes of the largest size, in bytes; each message counts as some of them. */
const inputLimit = { burst: 1024 * 1024, perSecond: 128 * 1024 };
const LEAST_INPUT_COST = 64;

/** The tool, for a session's shells. */
export function shellTool(shells: Shells, now: () => number): Tool {
  return ({ send, backlogBytes, report }) => {
    const allowance = createAllowance(inputLimit);
    let isOver = false;
    const answers = answerChannelCalls(
      hostShellContract,
      {
        async 'shell.come'() {
          await shells.prepare();
          // The link may have ended meanwhile: nobody comes over it any more.
          if (isOver) throw new AppError('not-allowed');
          return { shells: shells.come(audience) };
        },
        'shell.away': () => done(() => shells.rest()),
        'shell.open': ({ name, size }) => here(() => shells.open(name, size)),
        'shell.resize': ({ shell, size }) => done(() => shells.resize(shell, size)),
        'shell.rename': ({ shell, name }) => done(() => shells.rename(shell, name)),
        'shell.busy': ({ shell }) => here(() => ({ program: shells.programIn(shell) })),
        'shell.close': ({ shell }) => done(() => shells.close(shell)),
        'shell.heard': ({ heard }) =>
          done(() => {
            for (const { shell, bytes } of heard) shells.heard(shell, bytes);
          }),
      },
      {
        send: (text) => !isOver && send(text),
        onFault: (error, operation) =>
          console.error(`${operation} failed:`, error instanceof Error ? error.message : ''),
      },
    );
    const audience: ShellAudience = {
      send: (shell, bytes) => send(shellMessage(shell, bytes)),
      backlogBytes,
      ended: (shell, exitCode) => answers.tell({ type: 'shell.ended', shell, exitCode }),
      elsewhere: () => answers.tell({ type: 'shell.elsewhere' }),
      report: (use) => void report(use),
    };

    /** Only whoever has the shells uses them. */
    function here<Result>(act: () => Result): Result {
      if (!shells.isFor(audience)) {
        throw new AppError('not-allowed', { text: 'The command lines are used in another window.' });
      }
      return act();
    }

    function done(act: () => void): Record<string, never> {
      here(act);
      return {};
    }

    return {
      take(message) {
        if (typeof message === 'string') return void answers.take(message);
        const typed = readShellMessage(message);
        if (typed === undefined || !shells.isFor(audience)) return;
        if (!allowance.take(Math.max(LEAST_INPUT_COST, typed.bytes.length), now())) return;
        shells.write(typed.shell, typed.bytes);
      },
      stop() {
        isOver = true;
        shells.leave(audience);
      },
    };
  };
}
