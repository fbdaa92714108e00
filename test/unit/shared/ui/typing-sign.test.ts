import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw } from './dom.ts';
import { manualClock } from './manual-clock.ts';

const { ChatLog } = await import('../../../../shared/ui/chat-log.tsx');

describe('The sign that somebody writes', () => {
  it('stands outside of the log, is seen at once, and is read out twice a minute at most', async () => {
    const clock = manualClock(1_000_000);
    const props: Parameters<typeof ChatLog>[0] = {
      label: 'Chat with Marta',
      endKey: 1,
      clock,
      children: h('p', {}, 'Hello'),
    };
    const drawn = await draw<Parameters<typeof ChatLog>[0]>(ChatLog, props);
    const said: (string | undefined)[] = [];
    const write = async (typing: string | undefined) => {
      await drawn.redraw({ ...props, typing });
      said.push(drawn.find('[role="status"]').textContent);
    };
    await write('Marta is writing');
    assert.equal(drawn.find('.rh-chat-log-typing').closest('[role="log"]'), null);
    assert.equal(drawn.find('[role="status"]').closest('[role="log"]'), null);
    await write(undefined);
    clock.advance(10_000);
    await write('Marta is writing');
    assert.match(drawn.find('.rh-chat-log-typing').textContent, /Marta is writing/);
    await write(undefined);
    clock.advance(20_000);
    await write('Marta is writing');
    assert.deepEqual(said, ['Marta is writing', '', '', '', 'Marta is writing']);
    await drawn.remove();
  });
});
