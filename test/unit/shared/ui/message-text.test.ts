import { deepEqual, equal, match } from 'node:assert/strict';
import { draw, press } from './dom.ts';

const { MessageText } = await import('../../../../shared/ui/message-text.tsx');

describe('the text of a bubble', () => {
  it('is text and never markup, without what turns its reading order around', async () => {
    const drawn = await draw(MessageText, { text: '<b>bold</b> \u202Egpj.exe\u200B <script>alert(1)</script>' });
    equal(drawn.box.querySelector('b, script'), null);
    equal(drawn.box.textContent, '<b>bold</b> gpj.exe <script>alert(1)</script>');
    await drawn.remove();
  });

  it('opens addresses in a tab that knows nothing of this one', async () => {
    const drawn = await draw(MessageText, { text: 'Go to https://example.org/a now' });
    const link = drawn.find('a');
    deepEqual(
      ['href', 'target', 'rel'].map((name) => link.getAttribute(name)),
      ['https://example.org/a', '_blank', 'noopener noreferrer'],
    );
    await drawn.remove();
  });

  it('gives code to copy, as it was written', async () => {
    const copied: string[] = [];
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true });
    try {
      const drawn = await draw(MessageText, { text: '```\nls -l\n  cat a\n```' });
      await press(drawn.find('button'));
      deepEqual(copied, ['ls -l\n  cat a']);
      match(drawn.find('button').getAttribute('aria-label') ?? '', /Copied/);
      await drawn.remove();
    } finally {
      if (before !== undefined) Object.defineProperty(globalThis, 'navigator', before);
    }
  });
});
