import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { mostWaiting, paceUpgrades } from '../../../../server/edge/paced-upgrades.ts';

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

/** The status that somebody was turned away with; `undefined` for who was not. */
function answerOf(socket: PassThrough | undefined): string | undefined {
  if (socket?.writableEnded !== true) return undefined;
  return String(socket.read()).split(' ')[1];
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

  it('lets more in with each step while the server has time, fewer while it has none, and never nobody', () => {
    const door = aDoor();
    for (const name of names('a', 200)) door.knock(name);
    const letIn = (steps: number) =>
      Array.from({ length: steps }, () => {
        const before = door.opened.length;
        door.step();
        return door.opened.length - before;
      });
    assert.equal(door.opened.length, 10);
    assert.deepEqual(letIn(3), [11, 12, 13]);
    door.set({ busyness: 1 });
    assert.deepEqual(letIn(6), [9, 6, 4, 3, 2, 2]);
    door.set({ busyness: 0.2 });
    letIn(20);
    assert.deepEqual(door.opened, names('a', 200), 'in their order, each once');
  });

  it('goes round by address, so that one who knocks a hundred times stands before nobody', () => {
    const door = aDoor();
    for (const name of names('flood', 100)) door.knock(name);
    door.knock('somebody/0');
    door.set({ busyness: 1 });
    door.step();
    assert.deepEqual(door.opened.slice(10, 12), ['flood/10', 'somebody/0']);
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
    assert.equal(answerOf(door.sockets.get('b/11')), '503');
  });

  it('has a last place for each address and for all, and tells who comes then when to come again', () => {
    const door = aDoor();
    for (const name of names('a', 10 + mostWaiting.ofOneAddress + 1)) door.knock(name);
    assert.equal(answerOf(door.sockets.get(`a/${9 + mostWaiting.ofOneAddress}`)), undefined, 'the last one that waits');
    const refused = door.sockets.get(`a/${10 + mostWaiting.ofOneAddress}`);
    assert.match(String(refused?.read()), /^HTTP\/1\.1 503 .*Retry-After: 5\r\n/s);
    door.knock('b/0');
    assert.equal(answerOf(door.sockets.get('b/0')), undefined, 'others have their place');
    const left = mostWaiting.all - mostWaiting.ofOneAddress - 1;
    for (let nth = 0; nth < left; nth += 1) door.knock(`c${nth}/0`);
    assert.equal(answerOf(door.sockets.get(`c${left - 1}/0`)), undefined);
    door.knock('d/0');
    assert.equal(answerOf(door.sockets.get('d/0')), '503');
  });

  it('keeps no place for those who have gone, whether they closed or fell silent', async () => {
    const door = aDoor();
    const all = names('a', 10 + mostWaiting.ofOneAddress);
    for (const name of all) door.knock(name);
    // One broke off, the other has said that nothing more comes.
    door.sockets.get('a/10')?.destroy();
    door.sockets.get('a/11')?.end();
    const gone = ['a/10', 'a/11'].map((name) => door.sockets.get(name) ?? assert.fail());
    for (const socket of gone) if (!socket.closed) await once(socket, 'close');
    for (const name of ['a/new', 'a/newer', 'a/newest']) door.knock(name);
    assert.deepEqual(
      ['a/new', 'a/newer', 'a/newest'].map((name) => answerOf(door.sockets.get(name))),
      [undefined, undefined, '503'],
    );
    door.step();
    assert.equal(door.opened[10], 'a/12');
  });
});
