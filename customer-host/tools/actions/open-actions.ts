import { AppError } from '../../../shared/contract/errors.ts';
import { hostActionsContract } from '../../../shared/contract/host-actions.ts';
import { scriptVariables } from '../../../shared/contract/script.ts';
import type { Script, ScriptId } from '../../../shared/contract/script.ts';
import { SpecialAction } from '../../../shared/contract/tool-use.ts';
import type { AfterSession, ToolUse } from '../../../shared/contract/tool-use.ts';
import { answerChannelCalls } from '../../../shared/link/channel-calls.ts';
import type { RestartPlan } from '../../restart/restart-plan.ts';
import type { Tool } from '../tool.ts';
import { asksFirst } from './action-means.ts';
import type { ActionCommand } from './action-means.ts';
import type { Afterwards } from './afterwards.ts';
import { doAction } from './do-action.ts';
import type { ActionResult } from './do-action.ts';
import { lookAround, systemOf } from './look-around.ts';
import { ownEnvironment } from './own-environment.ts';
import { runScript } from './run-script.ts';
import type { ScriptRun } from './run-script.ts';

/** What the tool needs of the program around it. */
export interface ActionNeeds {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Where scripts are written while they run. */
  readonly scriptPlace: string;
  /** A script as the server has it. Rejects with an AppError when there is no such one, or not in that revision. */
  readonly scriptOf: (id: ScriptId, revision: number) => Promise<Script>;
  readonly afterwards: Pick<Afterwards, 'chosen' | 'choose'>;
  readonly restart: Pick<RestartPlan, 'prepare' | 'forget'>;
  /** Tells the person at the computer what was chosen for the end. */
  readonly tellChosen: (then: AfterSession) => void;
  /** Asks the person at the computer, on the desktop. `gone`: it was not wanted any more. `busy`: another question stands there. */
  readonly confirm: (action: SpecialAction, signal: AbortSignal) => Promise<'yes' | 'no' | 'gone' | 'busy'>;
}

/** Special actions and scripts, one at a time. */
export function openActions(needs: ActionNeeds): Tool {
  const { platform, variables, scriptPlace, scriptOf, confirm, afterwards, tellChosen, restart } = needs;
  return ({ send, report }) => {
    const env = ownEnvironment(variables);
    const system = systemOf(platform);
    const over = new AbortController();
    let isOver = false;
    let isActing = false;
    let running: { readonly run: number; script: ScriptRun | undefined } | undefined;
    let lastRun = 0;

    async function act(action: SpecialAction): Promise<ActionResult> {
      const means = (await lookAround(platform, variables))[action];
      if ('missing' in means) throw new AppError('not-allowed', { text: means.missing });
      const answer = asksFirst(action) ? await confirm(action, over.signal) : 'yes';
      if (answer === 'busy') throw busy('Another question stands on the customer’s desktop. Wait for its answer.');
      if (answer !== 'yes') return { outcome: answer === 'no' ? 'refused' : 'stopped', problem: '' };
      // The consent may have ended while the question stood.
      requireOpen();
      if (!isRestart(action)) return doAction(means, env);
      return restartBy(means);
    }

    async function restartBy(means: ActionCommand): Promise<ActionResult> {
      const returns = await restart.prepare();
      let result: ActionResult | undefined;
      try {
        await inLog({ did: 'restart-begun', returns });
        result = await doAction(means, env);
        return result;
      } finally {
        if (result?.outcome !== 'done') restart.forget();
      }
    }

    /** After every wait: what is over does nothing any more. */
    function requireOpen(): void {
      if (isOver) throw notAllowed();
    }

    /** What the log does not tell of is not begun. */
    async function inLog(use: ToolUse): Promise<void> {
      requireOpen();
      if (!(await report(use))) throw notAllowed();
      requireOpen();
    }

    function begin(
      script: Script,
      added: Readonly<Record<string, string>>,
      run: { script: ScriptRun | undefined },
      id: number,
    ): void {
      run.script = runScript({
        script,
        env: { ...env, ...added },
        place: scriptPlace,
        onOutput: (text) => answers.tell({ type: 'script.output', run: id, text }),
        onEnd({ outcome, exitCode, output, problem }) {
          running = undefined;
          void report({ did: 'script-run', script: script.name, outcome, exitCode, output, problem });
          answers.tell({ type: 'script.ended', run: id, outcome, exitCode, problem });
        },
      });
    }

    const answers = answerChannelCalls(
      hostActionsContract,
      {
        async 'actions.list'() {
          const means = await lookAround(platform, variables);
          const actions = SpecialAction.options.map((action) => {
            const found = means[action];
            return { action, missing: 'missing' in found ? found.missing : '', asks: asksFirst(action) };
          });
          return { system, actions, afterwards: afterwards.chosen };
        },
        async 'actions.do'({ action }) {
          if (isActing) throw busy('Another action is being done. Wait for it.');
          isActing = true;
          try {
            const result = await act(action);
            if (!isOver) void report({ did: 'action-done', action, outcome: result.outcome });
            return result;
          } finally {
            isActing = false;
          }
        },
        async 'actions.afterwards'({ what }) {
          const means = what === 'nothing' ? undefined : (await lookAround(platform, variables))[what];
          if (means !== undefined && 'missing' in means) throw new AppError('not-allowed', { text: means.missing });
          requireOpen();
          if (what === afterwards.chosen) return {};
          await inLog({ did: 'afterwards-chosen', what });
          afterwards.choose(what);
          tellChosen(what);
          return {};
        },
        async 'scripts.run'({ script: id, revision, values }) {
          if (running !== undefined) throw busy('A script runs already. Stop it, or wait for its end.');
          lastRun += 1;
          const run = { run: lastRun, script: undefined };
          running = run;
          try {
            const script = await scriptOf(id, revision);
            requireOpen();
            if (!script.systems.includes(system)) {
              throw new AppError('not-allowed', { text: 'This script is not for the system of this computer.' });
            }
            const filled = scriptVariables(script, values);
            if ('wrong' in filled) throw new AppError('invalid', { text: `“${filled.wrong}” cannot be that.` });
            await inLog({ did: 'script-begun', script: script.name });
            begin(script, filled.variables, run, run.run);
            return { run: run.run };
          } catch (error) {
            running = undefined;
            throw error;
          }
        },
        'scripts.stop'({ run }) {
          if (running?.run === run) running.script?.stop();
          return {};
        },
      },
      {
        send: (text) => !isOver && send(text),
        onFault: (error, name) => console.error(`${name} failed:`, error instanceof Error ? error.message : ''),
      },
    );
    return {
      take: (message) => typeof message === 'string' && answers.take(message),
      stop() {
        // Before it is over: the log still takes what was run.
        running?.script?.kill();
        isOver = true;
        over.abort();
      },
    };
  };
}

function notAllowed(): AppError {
  return new AppError('not-allowed', { text: 'The customer has not allowed this (any more).' });
}

function isRestart(action: SpecialAction): boolean {
  return action === 'restart' || action === 'restart-safe-mode';
}

function busy(text: string): AppError {
  return new AppError('not-allowed', { text });
}
