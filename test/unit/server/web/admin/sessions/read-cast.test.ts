import assert from 'node:assert/strict';
import { readCast, readResize } from '../../../../../../server/web/admin/sessions/recordings/read-cast.ts';

describe('A recording that is to be played', () => {
  it('is its events in time, with long pauses cut short', () => {
    const cast = readCast(
      '{"version":2,"width":100,"height":30,"timestamp":1}\n[0.5,"o","a"]\n[60,"r","120x40"]\n[60.25,"o","b"]\n',
    );
    assert.deepEqual(cast, {
      size: { columns: 100, rows: 30 },
      events: [
        { atMs: 500, does: 'show', text: 'a' },
        { atMs: 2500, does: 'resize', text: '120x40' },
        { atMs: 2750, does: 'show', text: 'b' },
      ],
      lengthMs: 2750,
    });
  });

  it('is of the usual size where its head is damaged, and goes on after lines that are no events', () => {
    const cast = readCast('nonsense\n[2,"o","a"]\n[1,"o","b"]\n[-1,"o","c"]\n[3,"i","typed"]');
    assert.deepEqual(cast.size, { columns: 80, rows: 24 });
    assert.deepEqual(
      cast.events.map(({ text }) => text),
      ['a', 'b'],
    );
    assert.deepEqual(
      cast.events.map(({ atMs }) => atMs),
      [2000, 2000],
      'time does not go back',
    );
  });

  it('takes no size that a terminal cannot have', () => {
    assert.deepEqual(readResize('80x24'), { columns: 80, rows: 24 });
    assert.equal(readResize('0x24'), undefined);
    assert.equal(readResize('999999x1'), undefined);
    assert.equal(readResize('x'), undefined);
  });
});
