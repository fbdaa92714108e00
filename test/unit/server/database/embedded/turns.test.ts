import assert from 'node:assert/strict';
import { Turn, breath, inTurns } from '../../../../../server/database/embedded/turns.ts';
import type { Steps } from '../../../../../server/database/embedded/turns.ts';

describe('Long work of the embedded store', () => {
  /** Works on for ever; `holds` says whether it has let go of what it uses. */
  function endlessWork() {
    const held = { holds: false };
    function* work(): Steps<never> {
      held.holds = true;
      try {
        for (;;) yield breath;
      } finally {
        held.holds = false;
      }
    }
    return { held, work: work() };
  }
  const onTimeout = () => new Error('out of time');

  it('lets go of what it holds when nobody waits for it any longer', async () => {
    const { held, work } = endlessWork();
    const bounds = { context: { time: { leftMs: undefined } }, isWanted: () => false, onTimeout };
    assert.equal(await inTurns(work, new Turn(), bounds), undefined);
    assert.equal(held.holds, false);
  });

  it('lets go of what it holds when its time is over', async () => {
    const { held, work } = endlessWork();
    const bounds = { context: { time: { leftMs: 1 } }, isWanted: () => true, onTimeout };
    await assert.rejects(inTurns(work, new Turn(), bounds), /out of time/);
    assert.equal(held.holds, false);
  });
});
