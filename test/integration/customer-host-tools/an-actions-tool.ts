/** The tool for actions and scripts with a viewer before it: real programs, and a server whose scripts the test writes. */
import { openActions } from '../../../customer-host/tools/actions/open-actions.ts';
import { createAfterwards } from '../../../customer-host/tools/actions/afterwards.ts';
import * as v from 'valibot';
import type { EventOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { hostActionsContract } from '../../../shared/contract/host-actions.ts';
import type { HostActionsContract } from '../../../shared/contract/host-actions.ts';
import { ScriptId } from '../../../shared/contract/script.ts';
import type { Script } from '../../../shared/contract/script.ts';
import type { AfterSession, SpecialAction, ToolUse } from '../../../shared/contract/tool-use.ts';
import { callOverChannel } from '../../../shared/link/channel-calls.ts';
import { until } from '../customer-host-x11/x-display.ts';

/** What a viewer calls a script by. */
export const scriptId = v.parse(ScriptId, 's'.repeat(22));

export function aScript(text: string, changes: Partial<Script> = {}): Script {
  return {
    id: scriptId,
    revision: 1,
    name: 'Test',
    group: '',
    description: '',
    systems: ['linux'],
    interpreter: 'sh',
    parameters: [],
    limitSeconds: 60,
    text,
    ...changes,
  };
}

interface ToolOptions {
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly place: string;
  readonly answer?: 'yes' | 'no' | 'gone' | 'busy';
}

export function anActionsTool({ variables = process.env, place, answer = 'yes' }: ToolOptions) {
  const logged: ToolUse[] = [];
  const events: EventOf<HostActionsContract>[] = [];
  const asked: SpecialAction[] = [];
  const told: AfterSession[] = [];
  let script = aScript('true');
  const afterwards = createAfterwards();
  const begin = openActions({
    platform: 'linux',
    variables,
    scriptPlace: place,
    scriptOf: (id, revision) =>
      id === script.id && revision === script.revision
        ? Promise.resolve(script)
        : Promise.reject(new AppError('already-taken')),
    afterwards,
    restart: { prepare: () => Promise.resolve(true), forget: () => undefined },
    tellChosen: (then) => told.push(then),
    confirm(action) {
      asked.push(action);
      return Promise.resolve(answer);
    },
  });
  const tool = begin({
    send: (message) => typeof message === 'string' && viewer.take(message),
    backlogBytes: () => 0,
    report: (use) => Promise.resolve(logged.push(use) > 0),
  });
  const viewer = callOverChannel(hostActionsContract, {
    send: (text) => tool.take(text),
    onEvent: (event) => events.push(event),
  });
  const output = () => events.map((event) => (event.type === 'script.output' ? event.text : '')).join('');
  return {
    tool,
    viewer,
    logged,
    asked,
    told,
    afterwards,
    output,
    /** Runs what an administrator would have written. */
    async run(next: Script, values: Readonly<Record<string, string>> = {}) {
      script = next;
      return viewer.call('scripts.run', { script: next.id, revision: next.revision, values });
    },
    /** The end of the `nth` run, from 1. */
    async ended(nth = 1) {
      const ends = () => events.filter((event) => event.type === 'script.ended');
      await until('the end of the script', async () => ends().length >= nth, 15_000);
      return ends()[nth - 1];
    },
  };
}
