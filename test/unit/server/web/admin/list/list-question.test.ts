import assert from 'node:assert/strict';
import { isNarrowed, readQuestion, writeQuestion } from '../../../../../../server/web/admin/list/list-question.ts';

const form = {
  columns: ['name', 'seen'],
  filters: ['role', 'group'],
  start: { sort: 'name', direction: 'ascending' },
} as const;

describe('What a list is asked, in the address', () => {
  it('comes back as it was written', () => {
    const question = {
      search: 'ana & petr?',
      filters: { role: 'team-lead', group: '' },
      sort: 'seen',
      direction: 'descending',
    } as const;
    const query = writeQuestion(form, question);
    assert.equal(query, '?search=ana+%26+petr%3F&role=team-lead&sort=seen&direction=descending');
    assert.deepEqual(readQuestion(form, query), question);
    assert.ok(isNarrowed(question));
  });

  it('is nothing for the list as it starts', () => {
    const start = readQuestion(form, '');
    assert.equal(writeQuestion(form, start), '');
    assert.ok(!isNarrowed(start));
  });

  it('leaves aside what makes no sense', () => {
    const odd = readQuestion(form, `?sort=toString&direction=sideways&search=${'a'.repeat(50_000)}&other=1`);
    assert.deepEqual(odd, readQuestion(form, ''));
  });
});
