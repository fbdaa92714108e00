import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFilesContract } from '../../../shared/contract/host-files.ts';
import { writeHead } from '../../../shared/contract/file-parts.ts';
import { filesAtHand } from './files-at-hand.ts';

const one = (of: readonly unknown[]): unknown => of[randomInt(of.length)];

/** A call of the contract with right, almost right and nonsensical parameters; nothing outside of `folder` is named as it is. */
function aMessage(folder: string, id: number): string | ArrayBuffer {
  // Nothing that would do harm if it got through.
  const bad = [
    '',
    '..',
    '../x',
    `${folder}/../etc`,
    `${folder}/a\0`,
    'x'.repeat(5000),
    null,
    7,
    {},
    [],
    '\uD800',
    '/proc/self/mem',
  ];
  const paths = [...bad, folder, join(folder, 'a'), join(folder, 'in'), join(folder, 'in/b'), join(folder, 'gone')];
  const names = ['a', 'b', 'new', '..', 'x/y', 'pdf\u202Eexe', '', 'ü'.repeat(200), null, 3];
  const numbers = [0, 1, 2, -1, 0.5, 1e300, 2 ** 32, null, '1'];
  const values: Record<string, () => unknown> = {
    path: () => one(paths),
    folder: () => one(paths),
    name: () => one(names),
    after: () => one([null, 'a', 5]),
    way: () => one(['take', 'give', 'both']),
    copy: () => one(numbers),
    transfer: () => one(numbers),
    from: () => one(numbers),
    bytes: () => one(numbers),
    changedAt: () => one(numbers),
    sha256: () => one([null, '0'.repeat(64), 'x']),
    half: () => one([null, '0'.repeat(32), '../x']),
    inUse: () => one(['refuse', 'keep-both', 'all']),
  };
  if (randomInt(5) === 0) return randomBytes(randomInt(0, 64)).toString(randomInt(2) === 0 ? 'latin1' : 'utf8');
  if (randomInt(5) === 0) {
    const part = new Uint8Array(12 + randomInt(0, 40));
    writeHead(part, randomInt(0, 5), [0, 10, -1, NaN, 2 ** 60][randomInt(5)] ?? 0);
    return part.slice(0, randomInt(0, part.length)).buffer;
  }
  const operation = String(one([...Object.keys(hostFilesContract.operations), '__proto__', 'constructor', '']));
  const params = Object.fromEntries(
    Object.entries(values)
      .filter(() => randomInt(3) > 0)
      .map(([key, make]) => [key, make()]),
  );
  const fitting = fitted(operation, values);
  return JSON.stringify({ type: 'call', id, call: { operation, params: randomInt(2) === 0 ? fitting : params } });
}

/** With the names that the operation takes, and no others. */
function fitted(operation: string, values: Record<string, () => unknown>): Record<string, unknown> {
  const known = Object.entries(hostFilesContract.operations).find(([name]) => name === operation)?.[1];
  const names = known !== undefined && 'entries' in known.params ? Object.keys(known.params.entries) : [];
  return Object.fromEntries(names.map((name) => [name, values[name]?.()]));
}

describe('the channel of the files', function () {
  this.timeout(120_000);

  it('survives ten thousand messages of every kind, touches nothing beyond its reach, and leaves nothing half [H-53] [H-56]', async () => {
    const hand = filesAtHand();
    const folder = join(hand.folder, 'reach');
    writeFileSync(join(hand.folder, 'outside'), 'stays');
    const beyond = join(hand.folder, 'etc');
    for (let sent = 0; sent < 10_000; sent += 1) {
      if (sent % 50 === 0) {
        // Some of the messages are right, and do what they say.
        mkdirSync(join(folder, 'in'), { recursive: true });
        writeFileSync(join(folder, 'in/b'), 'b');
      }
      hand.raw(aMessage(folder, 1_000_000 + sent));
      if (sent % 50 === 49) await hand.link.call('files.look', { folder: hand.folder, name: 'outside' });
    }
    const { kind } = await hand.link.call('files.look', { folder: hand.folder, name: 'outside' });
    assert.equal(kind, 'file', 'still answers');
    hand.takeBack();
    // What was under way when the consent ended has to end by itself.
    const halves = () =>
      readdirSync(hand.folder, { recursive: true }).filter((name) => String(name).includes('.remotehelp-'));
    for (let turns = 0; halves().length > 0 && turns < 1000; turns += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(halves(), []);
    assert.equal(existsSync(beyond), false, 'nothing leads up');
    assert.equal(readFileSync(join(hand.folder, 'outside'), 'utf8'), 'stays');
    hand.remove();
  });
});
