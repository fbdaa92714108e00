import assert from 'node:assert/strict';
import { emptyProjection } from '../../../../server/sessions/project-session.ts';
import type { SessionProjection } from '../../../../server/sessions/project-session.ts';
import {
  answeringForWhiteboard,
  askingForWhiteboard,
  closingWhiteboard,
  requireOpenWhiteboard,
} from '../../../../server/whiteboard/whiteboard-rules.ts';

const session = (whiteboard: SessionProjection['whiteboard']) => ({ ...emptyProjection, customerIn: true, whiteboard });
const kindOf = (rule: ReturnType<typeof closingWhiteboard>, at: SessionProjection) => rule(at, 0).kind;

describe('a whiteboard', () => {
  it('is asked for by either side, and answered only by the other', () => {
    assert.equal(kindOf(askingForWhiteboard('rep'), session('none')), 'whiteboard-asked');
    const asked = session('asked-by-rep');
    assert.equal(kindOf(answeringForWhiteboard('customer', 'yes'), asked), 'whiteboard-accepted');
    assert.equal(kindOf(answeringForWhiteboard('customer', 'no'), asked), 'whiteboard-declined');
    assert.throws(() => kindOf(answeringForWhiteboard('rep', 'yes'), asked), /taken back/);
    assert.throws(() => kindOf(askingForWhiteboard('rep'), asked), /asked already/);
  });

  it('is open when both have asked each other', () => {
    assert.equal(kindOf(askingForWhiteboard('rep'), session('asked-by-customer')), 'whiteboard-accepted');
  });

  it('is closed by either side, and a question taken back by who asked', () => {
    for (const side of ['customer', 'rep'] as const)
      assert.equal(kindOf(closingWhiteboard(side), session('open')), 'whiteboard-closed');
    assert.equal(kindOf(closingWhiteboard('rep'), session('asked-by-rep')), 'whiteboard-closed');
    assert.throws(() => kindOf(closingWhiteboard('customer'), session('asked-by-rep')), /closed already/);
  });

  it('is not asked for where nobody is there, and not drawn on while it is closed', () => {
    assert.throws(() => kindOf(askingForWhiteboard('rep'), emptyProjection), /Nobody is there/);
    assert.throws(() => requireOpenWhiteboard(session('asked-by-rep')), /Open it again/);
    const ended = { ...session('open'), ended: { at: 1, by: 'rep', reason: 'finished' } } as const;
    assert.throws(() => requireOpenWhiteboard(ended), { code: 'session-ended' });
    assert.doesNotThrow(() => requireOpenWhiteboard(session('open')));
  });
});
