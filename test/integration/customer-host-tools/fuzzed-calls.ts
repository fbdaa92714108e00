/** Messages that a hostile viewer might send to the tool for actions and scripts: almost right ones, and nonsense. None of them is right. */
import { randomBytes, randomInt } from 'node:crypto';

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'lock\u0000',
  [],
  {},
  '__proto__',
  'x'.repeat(5000),
  NaN,
];
const names = ['actions.do', 'scripts.run', 'scripts.stop', 'actions.afterwards', 'scripts.write', 'constructor', ''];

const makers: readonly (() => string | ArrayBuffer)[] = [
  () => call(one(names), one(strange)),
  () => call('actions.do', { action: one(strange) }),
  () => call('actions.do', { action: 'lock', command: 'touch /tmp/written-by-a-viewer' }),
  () =>
    call('scripts.run', { script: 's'.repeat(22), revision: 1, values: {}, text: 'touch /tmp/written-by-a-viewer' }),
  () => call('scripts.run', { script: '../../etc/passwd', revision: 1, values: {} }),
  () => call('scripts.run', { script: 's'.repeat(22), revision: one(strange), values: {} }),
  () => call('scripts.run', { script: 's'.repeat(22), revision: 1, values: one([null, [1], 'x', { A: 1 }]) }),
  () => call('scripts.stop', { run: one(strange) }),
  () => call('actions.afterwards', { what: one(strange) }),
  () => JSON.stringify({ type: 'call', id: one(strange), call: { operation: 'actions.do', params: {} } }),
  () => JSON.stringify({ type: 'reply', id: 1, reply: { ok: true } }),
  () => '['.repeat(randomInt(1, 60_000)),
  () => '{"type":"call"',
  () => randomBytes(randomInt(1, 200)).toString('latin1'),
  () => new Uint8Array(randomBytes(randomInt(1, 200))).buffer,
];

export function fuzzedCalls(count: number): (string | ArrayBuffer)[] {
  return Array.from({ length: count }, () => one(makers)());
}

function call(operation: string, params: unknown): string {
  return JSON.stringify({ type: 'call', id: randomInt(1, 1_000_000), call: { operation, params } });
}

function one<T>(of: readonly T[]): T {
  const chosen = of[randomInt(of.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}
