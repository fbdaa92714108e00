import assert from 'node:assert/strict';
import { readSourceFiles } from './source-files.ts';

describe('Reading the sources', () => {
  const own = readSourceFiles(['test/architecture']).find(({ path }) => path.endsWith('source-files.test.ts'));

  it('sees what a file imports, and from where', () => {
    assert.deepEqual(own?.imports, [
      { specifier: 'node:assert/strict', file: undefined, isTypeOnly: false },
      { specifier: './source-files.ts', file: 'test/architecture/source-files.ts', isTypeOnly: false },
    ]);
  });

  it('takes neither comments nor words for code', () => {
    // import nothing from 'a-comment';
    const words = "import nothing from 'words'";
    assert.ok(own?.text.includes(words));
    assert.ok(!own?.code.includes('nothing'), 'a comment or string is left in the code');
  });
});
