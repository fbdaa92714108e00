import { deepEqual, equal } from 'node:assert/strict';
import { act } from 'preact/test-utils';
import { draw, fire, lastFocused, press, pressKey } from './dom.ts';
import type { Drawn } from './dom.ts';
import { manualClock } from './manual-clock.ts';

const { ConsentSheet } = await import('../../../../shared/ui/consent-sheet.tsx');

type Props = Parameters<typeof ConsentSheet<'15' | '30'>>[0];

describe('consent sheet', () => {
  let clock: ReturnType<typeof manualClock>;
  let answers: string[];
  let sheet: Drawn<Props>;

  const props = (over: Partial<Props> = {}): Props => ({
    askId: 'control-1',
    who: { name: 'Ines Halvorsen' },
    question: 'Let Ines use your mouse and keyboard?',
    detail: 'Ines Halvorsen, Ostervale City Services.',
    scope: { icon: [], text: 'Mouse and keyboard, for' },
    terms: [
      { term: '15', label: '15 minutes', yes: 'Yes, for 15 minutes' },
      { term: '30', label: '30', yes: 'Yes, for 30 minutes' },
    ],
    rows: [{ icon: [], text: 'Move your own mouse and Ines stops at once' }],
    warning: 'Did a stranger call you and send you to this page? Then say no.',
    words: { no: 'No', askFirst: 'Ask Ines first', answer: 'Answer', termLabel: 'For how long' },
    onYes: (term) => answers.push(`yes ${term}`),
    onNo: () => answers.push('no'),
    onAskFirst: () => answers.push('ask first'),
    clock,
    ...over,
  });

  const advance = (ms: number) => act(() => clock.advance(ms));

  beforeEach(async () => {
    clock = manualClock();
    answers = [];
    sheet = await draw<Props>(ConsentSheet, props());
  });

  afterEach(() => sheet.remove());

  it('ignores a press on Yes that was on its way when the question appeared', async () => {
    await advance(499);
    await press(sheet.button('Yes'));
    deepEqual(answers, []);
    await advance(1);
    await press(sheet.button('Yes'));
    deepEqual(answers, ['yes 15']);
  });

  it('takes a No at once', async () => {
    await press(sheet.button('No'));
    deepEqual(answers, ['no']);
  });

  it('has the focus on No when it appears', () => {
    equal(lastFocused(), sheet.button('No'));
  });

  it('takes Esc anywhere on the page as No', async () => {
    await pressKey('Escape');
    deepEqual(answers, ['no']);
  });

  it('lets the customer grant the longer time', async () => {
    await advance(500);
    const longer = sheet.find('input[value="30"]');
    await fire(longer, 'change');
    await press(sheet.button('Yes, for 30 minutes'));
    deepEqual(answers, ['yes 30']);
  });

  it('disarms Yes when another question takes the place of the first', async () => {
    await advance(500);
    await sheet.redraw(props({ askId: 'files-1', question: 'Let Ines send a file?' }));
    await press(sheet.button('Yes'));
    deepEqual(answers, []);
    await advance(500);
    await press(sheet.button('Yes'));
    deepEqual(answers, ['yes 15']);
  });

  it('folds to one row for asking back, where Esc answers nothing', async () => {
    await press(sheet.button('Ask Ines first'));
    await pressKey('Escape');
    deepEqual(answers, ['ask first']);
    equal(sheet.box.textContent?.includes('Yes'), false);
  });

  it('arms Yes anew after the customer has asked back', async () => {
    await advance(500);
    await press(sheet.button('Ask Ines first'));
    await press(sheet.button('Answer'));
    await press(sheet.button('Yes'));
    deepEqual(answers, ['ask first']);
    await advance(500);
    await press(sheet.button('Yes'));
    deepEqual(answers, ['ask first', 'yes 15']);
  });
});
