import assert from 'node:assert/strict';
import { AppError } from '../../../../shared/contract/errors.ts';
import { answeringPage, suggestingPage } from '../../../../server/page-suggestions/page-rules.ts';
import { emptyProjection } from '../../../../server/sessions/project-session.ts';

const live = { ...emptyProjection, customerIn: true };
const code = (run: () => unknown) => {
  try {
    run();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('suggesting a page', () => {
  it('needs somebody who is there, and an address that is one', () => {
    assert.equal(suggestingPage('https://example.org/')(live, 0).kind, 'page-suggested');
    assert.equal(
      code(() => suggestingPage('https://example.org/')(emptyProjection, 0)),
      'not-allowed',
    );
    const wrong = ['https://host:99999/', 'javascript:alert(1)', 'https://user@host/', 'file:///etc/passwd'];
    assert.deepEqual(
      wrong.map((address) => code(() => suggestingPage(address)(live, 0))),
      wrong.map(() => 'invalid'),
    );
  });

  it('has one answer, to the latest suggestion', () => {
    const suggested = { ...live, openPage: 7 };
    assert.deepEqual(answeringPage(7, 'opened')(suggested, 0), { kind: 'page-opened', page: 7 });
    assert.deepEqual(answeringPage(7, 'declined')(suggested, 0), { kind: 'page-declined', page: 7 });
    assert.equal(
      code(() => answeringPage(6, 'opened')(suggested, 0)),
      'not-found',
    );
    assert.equal(
      code(() => answeringPage(7, 'opened')(live, 0)),
      'not-found',
    );
  });
});
