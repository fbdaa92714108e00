import assert from 'node:assert/strict';
import { csvText } from '../../../../server/statistics/csv-text.ts';

describe('A file for a spreadsheet', () => {
  it('keeps what begins like a formula from being one, and commas, quotes and accents as they are', () => {
    const text = csvText([
      ['=HYPERLINK("http://evil.example","Marta")', '+49 30 1', '-1', '@SUM(A1)', '\t=1'],
      ['Zoë, "the first"', 3, null, 'plain', 'two\nlines'],
    ]);
    assert.equal(
      text,
      '\ufeff"\'=HYPERLINK(""http://evil.example"",""Marta"")","\'+49 30 1","\'-1","\'@SUM(A1)","\'\t=1"\r\n' +
        '"Zoë, ""the first""",3,,plain,"two\nlines"\r\n',
    );
  });
});
