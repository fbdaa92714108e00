import assert from 'node:assert/strict';
import { lostNotes, offerNotes, tickNotes } from '../../../../extension/link-owner/sound/notes.ts';
import type { Note } from '../../../../extension/link-owner/sound/notes.ts';
import { createSoundDesk } from '../../../../extension/link-owner/sound/sound-desk.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';

function aSoundDesk() {
  const clock = manualClock();
  const played: [number, readonly Note[]][] = [];
  const sounds = createSoundDesk({
    play: (notes) => played.push([clock.now(), notes]),
    tryOut: (notes) => played.push([clock.now(), notes]),
    level: () => 'normal',
    now: clock.now,
    after: clock.after,
  });
  return { clock, played, sounds };
}

describe('the sounds', () => {
  it('repeat an offer every 6 seconds until it is gone', () => {
    const { clock, played, sounds } = aSoundDesk();
    sounds.offer();
    sounds.ring(true);
    clock.advance(13_000);
    sounds.ring(false);
    clock.advance(60_000);
    assert.deepEqual(
      played.map(([at]) => at),
      [0, 6000, 12_000],
    );
  });

  it('are one sound when several requests come at once', () => {
    const { played, sounds } = aSoundDesk();
    sounds.offer();
    sounds.offer();
    assert.equal(played.length, 1);
  });

  it('tick at most once in 10 seconds', () => {
    const { clock, played, sounds } = aSoundDesk();
    sounds.tick();
    clock.advance(9000);
    sounds.tick();
    clock.advance(1000);
    sounds.tick();
    assert.deepEqual(
      played.map(([at]) => at),
      [0, 10_000],
    );
  });

  it('are never low, never long', () => {
    for (const note of [...offerNotes, ...tickNotes, ...lostNotes]) {
      assert.ok(note.pitch >= 200, `${note.pitch} Hz`);
      assert.ok(note.at + note.length <= 0.6, `${note.at + note.length} s`);
    }
  });
});
