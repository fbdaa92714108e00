import assert from 'node:assert/strict';
import { messageParts } from '../../../../shared/ui/message-parts.ts';

const shown = (text: string) =>
  messageParts(text)
    .map((part) => part.text)
    .join('');
const links = (text: string) =>
  messageParts(text).flatMap((part) => (part.is === 'link' ? [[part.text, part.href]] : []));

describe('a message in a chat', () => {
  it('leaves what ends a sentence outside of an address, and brackets that belong to the sentence', () => {
    const texts = [
      'Look at https://example.org/a.',
      'Is it https://example.org/a?b=c?',
      '(see https://example.org/a)',
      'https://example.org/wiki/Print_(job)',
      '„https://example.org/a“, he said',
      'https://example.org/a。',
      '<https://example.org/a>',
    ];
    assert.deepEqual(
      texts.map((text) => links(text)[0]?.[0]),
      [
        'https://example.org/a',
        'https://example.org/a?b=c',
        'https://example.org/a',
        'https://example.org/wiki/Print_(job)',
        'https://example.org/a',
        'https://example.org/a',
        'https://example.org/a',
      ],
    );
  });

  it('makes no address of other schemes, of names before a host, or of what stands in a word', () => {
    const texts = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://example.org',
      'https://bank.example@evil.example/',
      'xhttps://example.org',
      'vbscript:https://example.org',
    ];
    assert.deepEqual(texts.flatMap(links), []);
    assert.deepEqual(texts.map(shown), texts);
  });

  it('shows the host of a look-alike as the browser understands it', () => {
    assert.deepEqual(links('https://аррӏе.com/login'), [
      ['https://xn--80ak6aa92e.com/login', 'https://xn--80ak6aa92e.com/login'],
    ]);
  });

  it('offers a mail address to be written to', () => {
    assert.deepEqual(links('Write to marta.k@ostervale.example, or call.'), [
      ['marta.k@ostervale.example', 'mailto:marta.k@ostervale.example'],
    ]);
  });

  it('sets code apart and looks for no addresses in it', () => {
    assert.deepEqual(messageParts('Type `curl https://example.org` and\n```sh\nls -l\ncat a\n```\nthen wait'), [
      { is: 'words', text: 'Type ' },
      { is: 'code', text: 'curl https://example.org' },
      { is: 'words', text: ' and' },
      { is: 'block', text: 'ls -l\ncat a' },
      { is: 'words', text: 'then wait' },
    ]);
  });

  it('says what was written, whatever it is: markup, lone backticks, emoji, 4,000 letters without a blank', () => {
    const texts = [
      '<img src=x onerror=alert(1)>',
      '`',
      '``` not closed',
      '안녕하세요 👩‍👩‍👧 привет مرحبا',
      'a'.repeat(4000),
      '`'.repeat(4000),
      `https://${'('.repeat(3900)}`,
      '@'.repeat(4000),
      'a@'.repeat(2000),
    ];
    assert.deepEqual(texts.map(shown), texts);
  });
});
