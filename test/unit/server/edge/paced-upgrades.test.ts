import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { paceUpgrades } from '../../../../server/edge/paced-upgrades.ts';

/** A door with a line before it; requests are told apart by their `url`, and come from an address each. */
function aDoor() {
  const opened: string[] = [];
  const steps: (() => void)[] = [];
  const door = { busyness: 0, now: 0, opened, sockets: new Map<string, PassThrough>() };
  const handle = paceUpgrades({
    open: ({ url = '' }) => void opened.push(url),
    addressOf: ({ url = '' }) => url.split('/', 1)[0] ?? '',
    busyness: () => door.busyness,
    after: (_delayMs, run) => void steps.push(run),
    now: () => door.now,
  });
  return {
    ...door,
    set: (change: Partial<Pick<typeof door, 'busyness' | 'now'>>) => Object.assign(door, change),
    knock(url: string) {
      const socket = new PassThrough();
      door.sockets.set(url, socket);
      handle({ url } as IncomingMessage, socket, Buffer.alloc(0));
    },
    step: () => steps.shift()?.(),
    isStepping: () => steps.length > 0,
  };
}

const names = (address: string, count: number) => Array.from({ length: count }, (_none, nth) => `${address}/${nth}`);

describe('the line before the door of links', () => {
  it('is none while few come: they pass at once, and nothing goes on when they have', () => {
    const door = aDoor();
    for (const name of names('a', 10)) door.knock(name);
    assert.deepEqual(door.opened, names('a', 10));
    door.step();
    assert.equal(door.isStepping(), false);
  });

  it('lets ten more in at each step while the server has time, and two while it has none', () => {
    const door = aDoor();
    for (const name of names('a', 40)) door.knock(name);
    assert.equal(door.opened.length, 10);
    door.step();
    assert.equal(door.opened.length, 20);
    door.set({ busyness: 0.9 });
    door.step();
    assert.equal(door.opened.length, 22);
    door.set({ busyness: 0.2 });
    for (let steps = 0; steps < 2; steps += 1) door.step();
    assert.deepEqual(door.opened, names('a', 40), 'in their order, each once');
  });

  it('goes round by address, so that one who knocks a hundred times stands before nobody', () => {
    const door = aDoor();
    for (const name of names('flood', 100)) door.knock(name);
    door.knock('somebody/0');
    door.set({ busyness: 1 });
    door.step();
    assert.deepEqual(door.opened.slice(10), ['flood/10', 'somebody/0']);
  });

  it('turns away who has waited so long that they are about to give up, and takes no heed of who has gone', () => {
    const door = aDoor();
    for (const name of names('a', 13)) door.knock(name);
    door.sockets.get('a/10')?.destroy();
    door.step();
    assert.deepEqual(door.opened.slice(10), ['a/11', 'a/12']);
    for (const name of names('b', 12)) door.knock(name);
    door.set({ now: 15_001 });
    door.step();
    assert.equal(door.sockets.get('b/11')?.destroyed, true);
  });
});
