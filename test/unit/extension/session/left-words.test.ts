/** What can be sent no more, as the panel shows it. */
import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw, press } from '../../shared/ui/dom.ts';
import type { Drawn } from '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';
import { session } from '../builders.ts';

const { LeftAtTheEnd, LeftWordsHere } = await import('../../../../extension/session/left-words.tsx');

describe('Words that were not sent', () => {
  let drawn: Drawn<object>;
  let copied: string[];
  let navigatorBefore: PropertyDescriptor | undefined;

  beforeEach(() => {
    copied = [];
    navigatorBefore = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    const writeText = async (text: string) => void copied.push(text);
    const value = { clipboard: { writeText } };
    Object.defineProperty(globalThis, 'navigator', { value, configurable: true, writable: true });
  });
  afterEach(async () => {
    if (navigatorBefore === undefined) Reflect.deleteProperty(globalThis, 'navigator');
    else Object.defineProperty(globalThis, 'navigator', navigatorBefore);
    await drawn.remove();
  });

  const marked = () =>
    [...drawn.box.querySelectorAll('.ext-left-text')].map((one) => [
      one.getAttribute('data-reps-only'),
      one.textContent,
    ]);
  const copyButton = (at: number) => {
    const button = drawn.box.querySelectorAll<HTMLElement>('button[aria-label^="Copy"]')[at];
    assert.ok(button);
    return button;
  };

  it('are marked where they are for representatives only, and copied one by one', async () => {
    const { view, around } = aView();
    view.desk.left.value = [
      {
        ...{ session: session(), customer: 'Marta', files: [] },
        texts: [
          { text: 'Good morning', audience: 'all', label: '' },
          { text: 'She is upset', audience: 'reps', label: 'Note' },
        ],
      },
    ];
    drawn = await draw(() => around(h(LeftWordsHere, {})), {});
    const [open, closed] = marked();
    assert.deepEqual([open?.[0], closed?.[0]], ['false', 'true']);
    assert.doesNotMatch(open?.[1] ?? '', /Reps only/);
    assert.match(closed?.[1] ?? '', /Reps only · Note.*She is upset/);
    await press(copyButton(0));
    assert.deepEqual(copied, ['Good morning']);
    await press(copyButton(1));
    assert.deepEqual(copied, ['Good morning', 'She is upset']);
  });

  it('say in an ended session for whom they were, and go all together', async () => {
    const { view, around } = aView();
    const brief = { wanted: 'A printer', tried: '', state: '', promised: '' };
    view.drafts.change({ session: session(), chat: 'She is upset', audience: 'reps', brief, note: 'Stays' });
    view.files.held.hold(session(), new File(['lamp'], 'lamp.png'));
    drawn = await draw(() => around(h(LeftAtTheEnd, { session: session() })), {});
    assert.deepEqual(
      marked().map(([isPrivate]) => isPrivate),
      ['true', 'true', null],
      'the message, the brief, and the file',
    );
    assert.match(drawn.box.textContent, /File: lamp\.png/);
    await press(drawn.button('Discard'));
    const { chat, audience, brief: after, note } = view.drafts.of(session());
    assert.deepEqual([chat, audience, after, note], ['', 'all', null, 'Stays']);
    assert.deepEqual(view.files.held.all.value, []);
  });
});
