/** What holds for every language: it says all that English says, of the same people and things. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { chooseLanguage } from '../../../../shared/ui/choose-language.ts';
import { pickTexts } from '../../../../shared/ui/pick-texts.ts';

const root = new URL('../../../../', import.meta.url);
const folders = ['server/web/texts', 'shared/ui', 'shared/ui/call', 'shared/ui/whiteboard'];

/** Each file of German words, beside its English one. */
const pairs = folders.flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith('-de.ts') && file !== 'error-texts-de.ts')
    .map((file) => ({ german: `${folder}/${file}`, english: `${folder}/${file.replace('-de.ts', '-en.ts')}` })),
);

/** Every text by where it stands; a function's is what it says with a mark for each thing that it is given. */
function flat(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (isSaying(words)) return flat(words(...marks), `${path}()`);
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, part]) => flat(part, `${path}/${key.replace(/(En|De)$/, '')}`));
}

const marks = ['‹1›', '‹2›', '‹3›', '‹4›', '‹5›'];
function isSaying(words: unknown): words is (...given: string[]) => unknown {
  return typeof words === 'function';
}
function marksIn(text: string): string[] {
  return marks.filter((mark) => text.includes(mark));
}

describe('The languages of the customer’s pages', () => {
  it('each have a file for every file of English words', () => {
    const texts = readdirSync(new URL('server/web/texts', root));
    const english = texts.filter((file) => /^customer(-[a-z]+)?-en\.ts$/.test(file));
    assert.deepEqual(
      english.filter((file) => !texts.includes(file.replace('-en.ts', '-de.ts'))),
      [],
    );
    assert.ok(pairs.length >= english.length + 4, 'the components’ own words too');
  });

  it('are what the pages read: none takes the English file for itself', () => {
    const pages = new URL('server/web/customer', root);
    const taken = readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /texts\/customer[a-z-]*-(en|de)\.ts'/.test(readFileSync(new URL(`customer/${file}`, pages), 'utf8')),
      );
    assert.deepEqual(taken, [], 'import the file without -en, which gives the words in the language of the page');
  });

  for (const { german, english } of pairs) {
    it(`say the same things in ${german} as in English`, async () => {
      const read = async (file: string): Promise<Map<string, string>> =>
        new Map(flat({ ...(await import(new URL(file, root).href)) }));
      const [en, de] = [await read(english), await read(german)];
      assert.deepEqual([...de.keys()].toSorted(), [...en.keys()].toSorted(), 'the same texts');
      for (const [path, text] of en) {
        assert.deepEqual(marksIn(de.get(path) ?? ''), marksIn(text), `the same names and numbers in ${path}`);
        assert.ok(text === '' || de.get(path) !== '', `words in ${path}`);
      }
    });
  }
});

describe('choosing a language', () => {
  const offered = ['en', 'de'] as const;
  it('takes the first that the browser asks for and the page has', () => {
    assert.equal(chooseLanguage(offered, null, ['fr', 'de-AT', 'en']), 'de');
    assert.equal(chooseLanguage(offered, null, ['en-GB', 'de']), 'en');
    assert.equal(chooseLanguage(offered, null, ['ko', 'ja']), 'en');
    assert.equal(chooseLanguage(['en'], null, ['de']), 'en', 'only what the page is complete in');
  });
  it('takes what the reader has chosen before that', () => {
    assert.equal(chooseLanguage(offered, 'en', ['de']), 'en');
    assert.equal(chooseLanguage(offered, 'de', ['en']), 'de');
    assert.equal(chooseLanguage(offered, 'tlh', ['de']), 'de');
  });
});

describe('a text that a language lacks', () => {
  it('is English, and leaves the others as they are', () => {
    const en = { send: 'Send', chat: { with: (name: string) => `Chat with ${name}`, end: 'End' } };
    const words = pickTexts({ en, de: { chat: { end: 'Beenden' } } }, 'de');
    assert.deepEqual([words.send, words.chat.with('Ines'), words.chat.end], ['Send', 'Chat with Ines', 'Beenden']);
  });
});
