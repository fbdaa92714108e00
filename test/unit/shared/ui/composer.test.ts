import { deepEqual, equal } from 'node:assert/strict';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { draw, fire, pressKey, type } from './dom.ts';
import type { Drawn } from './dom.ts';

const { Composer } = await import('../../../../shared/ui/composer.tsx');

describe('composer', () => {
  let sent: string[];
  let heard: string[];
  let drawn: Drawn<{ disabledReason?: string }>;

  function Page({ disabledReason }: { disabledReason?: string }) {
    const [value, setValue] = useState('');
    return h(Composer, {
      label: 'Reply to Marta',
      value,
      onValue: setValue,
      onSend: (text) => {
        sent.push(text);
        setValue('');
      },
      onTyping: () => heard.push('typing'),
      onRecall: () => heard.push('recall'),
      disabledReason,
    });
  }

  const field = () => drawn.find('textarea');
  const key = (name: string, carries: object = {}) => pressKey(name, field(), carries);

  beforeEach(async () => {
    sent = [];
    heard = [];
    drawn = await draw<{ disabledReason?: string }>(Page, {});
  });

  afterEach(() => drawn.remove());

  it('sends with Enter, without the blanks around the text', async () => {
    await type(field(), '  Hello Marta \n');
    await key('Enter');
    deepEqual(sent, ['Hello Marta']);
  });

  it('makes a line with Shift and Enter', async () => {
    await type(field(), 'Hello');
    await key('Enter', { shiftKey: true });
    deepEqual(sent, []);
  });

  it('leaves Enter to an input method that is composing', async () => {
    await type(field(), '안녕');
    await key('Enter', { isComposing: true });
    deepEqual(sent, []);
  });

  it('sends nothing when nothing is written', async () => {
    await type(field(), '   ');
    await key('Enter');
    deepEqual(sent, []);
  });

  it('says how much of a paste did not fit, with the words of before in their place', async () => {
    await type(field(), 'Hello. ');
    Object.assign(field(), { selectionStart: 7, selectionEnd: 7 });
    await fire(field(), 'paste', { clipboardData: { types: ['text/plain'], getData: () => 'x'.repeat(4100) } });
    Object.assign(field(), { value: `Hello. ${'x'.repeat(3993)}` });
    await fire(field(), 'input', { inputType: 'insertFromPaste' });
    equal(
      drawn.find('[role=status]').textContent,
      'The end of what you pasted is missing, 107 characters: no more than 4,000 fit.',
    );
    await fire(field(), 'input', { inputType: 'insertText' });
    equal(drawn.find('[role=status]').textContent, '4,000 characters: no more fit.');
    await type(field(), 'Hello.');
    equal(drawn.find('[role=status]').textContent, '');
  });

  it('keeps a text that is too long, says by how much, and does not send it', async () => {
    await type(field(), 'x'.repeat(4512));
    await key('Enter');
    deepEqual(sent, []);
    equal(drawn.find('[role=status]').textContent, '4,512 characters are too many: no more than 4,000 fit.');
  });

  it('tells that somebody is writing', async () => {
    await type(field(), 'H');
    deepEqual(heard, ['typing']);
  });

  it('brings back the last text only into an empty field', async () => {
    await key('ArrowUp');
    await type(field(), 'Hello');
    await key('ArrowUp');
    deepEqual(heard, ['recall', 'typing']);
  });

  it('says why nothing can be written', async () => {
    await drawn.redraw({ disabledReason: 'The session has ended.' });
    equal(drawn.find('[role=status]').textContent, 'The session has ended.');
    equal(drawn.box.querySelector('textarea'), null);
  });
});
