/** Ten thousand messages that a viewer might send: right ones, almost right ones, and nonsense. */
import { randomBytes, randomInt } from 'node:crypto';

type Message = string | Uint8Array;

const codes = [
  'KeyA',
  'ShiftLeft',
  'ControlLeft',
  'Enter',
  'F4',
  'MetaLeft',
  '',
  'NoSuchKey',
  '__proto__',
  '-1',
  '2147483648',
];
const keys = ['a', 'Shift', 'Enter', 'é', '한', '💚', '\u0000', '-1', '2147483648', 'Unidentified'];
const coordinates = [0, 1, 400, -1, 1e9, -1e9, 0.5, Number.MAX_VALUE, null, '12', NaN, Infinity];

const makers: readonly (() => Message)[] = [
  () => say({ type: 'move', x: coordinate(), y: coordinate() }),
  () => say({ type: 'button', button: one(['left', 'right', 'forward', 'fifth']), down: flip(), x: 10, y: 10 }),
  () => say({ type: 'wheel', dx: coordinate(), dy: coordinate(), x: 5, y: 5 }),
  () => say({ type: 'key', code: one(codes), key: one(keys), down: flip() }),
  () => say({ type: 'text', text: 'typed by nobody'.repeat(randomInt(1, 4)) }),
  () => say({ type: 'key', code: 'KeyA', key: 'a', down: true, consents: ['control'] }),
  () => say({ type: 'ping', stamp: coordinate() }),
  () => say({ type: 'hello', protocol: one([1, 2, 'one']) }),
  () => say({ type: 'devices', devices: one(['both', 'pointer', 'keyboard', 'all']) }),
  () => say({ type: 'release' }),
  () => say({ type: 'state', hands: 'controlling', devices: 'both', consents: [], serverTime: 0 }),
  () => say({ type: 'clipboard', text: 'rm -rf /' }),
  () => say({ type: 'file', name: '../../etc/passwd', bytes: 12 }),
  () => '{"type":"key","code":"KeyA","key":"a","down":true',
  () => '[]',
  () => 'null',
  () => '',
  () => randomBytes(randomInt(1, 200)),
  () => randomBytes(randomInt(1, 200)).toString('latin1'),
];
const huge: readonly (() => Message)[] = [
  () => say({ type: 'text', text: 'x'.repeat(60_000) }),
  () => '['.repeat(60_000),
  () => randomBytes(60_000),
];

/** `count` messages in random order; one in two hundred is huge. */
export function fuzzedMessages(count: number): Message[] {
  return Array.from({ length: count }, (_, at) => one(at % 200 === 0 ? huge : makers)());
}

function say(message: object): string {
  return JSON.stringify(message);
}

function coordinate(): unknown {
  return one(coordinates);
}

function flip(): boolean {
  return randomInt(2) === 1;
}

function one<T>(choices: readonly T[]): T {
  const chosen = choices[randomInt(choices.length)];
  if (chosen === undefined) throw new Error('Nothing to choose from.');
  return chosen;
}
