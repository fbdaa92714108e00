import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { hostActionsContract } from '../../../../shared/contract/host-actions.ts';
import type { OfferedAction } from '../../../../shared/contract/host-actions.ts';
import { Script } from '../../../../shared/contract/script.ts';
import type { ScriptValues } from '../../../../shared/contract/script.ts';
import { answerChannelCalls } from '../../../../shared/link/channel-calls.ts';
import { draw, fire, press, type } from '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';
import { aHead } from '../builders.ts';

const { ActionsPane } = await import('../../../../extension/host-tools/actions/actions-pane.tsx');

const script = v.parse(Script, {
  id: 's'.repeat(22),
  revision: 3,
  name: 'Greet the printer',
  group: 'Printers',
  description: '',
  systems: ['linux'],
  interpreter: 'sh',
  parameters: [{ name: 'PRINTER', label: 'Which printer', kind: 'text', choices: [], isRequired: true }],
  limitSeconds: 60,
  text: 'echo "hello $PARAM_PRINTER"',
});
const { text: _text, ...listed } = script;
const elsewhere = {
  ...listed,
  id: v.parse(Script.entries.id, 'w'.repeat(22)),
  name: 'Only there',
  systems: ['windows'],
};
const actions: OfferedAction[] = [
  { action: 'lock', missing: '', asks: false },
  { action: 'restart', missing: '', asks: true },
  { action: 'updates', missing: 'No program for it is installed.', asks: false },
];

/** The pane over a channel at whose end a host answers as the test says. */
async function aPane() {
  const channel = Object.assign(new EventTarget(), {
    readyState: 'open',
    bufferedAmount: 0,
    send: (text: string) => void host.take(text),
  });
  const done: string[] = [];
  const runs: ScriptValues[] = [];
  const hear = (data: string) => act(() => void channel.dispatchEvent(Object.assign(new Event('message'), { data })));
  const host = answerChannelCalls(
    hostActionsContract,
    {
      'actions.list': () => ({ system: 'linux', actions, afterwards: 'nothing' }),
      'actions.do'({ action }) {
        done.push(action);
        return { outcome: action === 'restart' ? 'refused' : 'done', problem: '' };
      },
      'actions.afterwards'({ what }) {
        done.push(what);
        return {};
      },
      'scripts.run'({ values }) {
        runs.push(values);
        return { run: 1 };
      },
      'scripts.stop'({ run }) {
        done.push(`stop ${run}`);
        return {};
      },
    },
    { send: (data) => void hear(data), onFault: (error) => assert.fail(String(error)) },
  );
  const { around } = aView({
    'scripts.list': () => ({ scripts: [listed, elsewhere] }),
    'scripts.read': () => ({ script }),
  });
  const head = aHead({ state: 'live' });
  const Drawn = () => around(h(ActionsPane, { head, entries: [], channel: channel as unknown as RTCDataChannel }));
  const drawn = await draw(Drawn, {});
  await settled();
  return { drawn, done, runs, host, text: () => drawn.box.textContent ?? '' };
}
const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));

describe('Actions and scripts in the window', () => {
  it('offers what the computer has, says why the rest is missing, and asks before what closes things', async () => {
    const { drawn, done, text } = await aPane();
    assert.match(text(), /UpdatesNo program for it is installed\./);
    await press(drawn.button('Lock the computer'));
    await settled();
    assert.match(text(), /Lock the computer: done\./);
    await press(drawn.button('Restart'));
    assert.deepEqual(done, ['lock'], 'not before the rep has confirmed it');
    assert.match(text(), /Tell them to save first/);
    await press(drawn.button('Ask '));
    await settled();
    assert.deepEqual(done, ['lock', 'restart']);
    assert.match(text(), /said no\./);
    await drawn.remove();
  });

  it('shows the scripts for this system, all of one before it runs, and what it writes', async () => {
    const { drawn, runs, done, host, text } = await aPane();
    await press(drawn.button('Choose a script'));
    await settled();
    assert.match(text(), /PrintersGreet the printer/);
    assert.doesNotMatch(text(), /Only there/);
    await type(drawn.find('.ext-flyout input'), 'nothing such');
    assert.match(text(), /No script is called so/);
    await press(drawn.button('Choose a script'));
    assert.equal(drawn.box.querySelector('.ext-flyout-list'), null);
    await press(drawn.button('Choose a script'));
    await settled();
    await press(drawn.button('Greet the printer'));
    await settled();
    assert.match(text(), /echo "hello \$PARAM_PRINTER"/);
    assert.match(text(), /PARAM_PRINTER\(empty\)/);
    await fire(drawn.find('form'), 'submit');
    assert.deepEqual(runs, [], 'something must be filled in');
    assert.match(text(), /Fill this in\./);
    await type(drawn.find('form input'), 'Lobby; id');
    assert.match(text(), /PARAM_PRINTERLobby; id/);
    await fire(drawn.find('form'), 'submit');
    await settled();
    assert.deepEqual(runs, [{ PRINTER: 'Lobby; id' }]);
    host.tell({ type: 'script.output', run: 1, text: 'hello ' });
    host.tell({ type: 'script.output', run: 1, text: 'Lobby\n' });
    host.tell({ type: 'script.output', run: 2, text: 'of another run' });
    await settled();
    assert.match(text(), /hello Lobby/);
    assert.doesNotMatch(text(), /another run/);
    await press(drawn.button('Stop'));
    assert.deepEqual(done, ['stop 1']);
    host.tell({ type: 'script.ended', run: 1, outcome: 'failed', exitCode: 2, problem: '' });
    await settled();
    assert.match(text(), /It failed, exit code 2\./);
    await drawn.remove();
  });

  it('lets choose for the end of the session only what the computer can do', async () => {
    const { drawn, done } = await aPane();
    const options = [...drawn.box.querySelectorAll('option')].map((option) => option.textContent);
    assert.deepEqual(options, ['Do nothing', 'Lock the computer']);
    const select = drawn.find('select');
    Object.defineProperty(select, 'value', { value: 'lock', writable: true, configurable: true });
    await fire(select, 'change');
    await settled();
    assert.deepEqual(done, ['lock']);
    await drawn.remove();
  });
});
