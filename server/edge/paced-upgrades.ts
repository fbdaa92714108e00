/**
 * Lets links in no faster than the server can take them. When thousands come back in one moment, as after a broken
 * network, each of them is a handshake, a look at the door and a whole page of answers: taken all at once they would hold
 * up everybody for as long as they last, also who only signs in. So they wait before the door and are let in while the
 * server has time to spare, one from each address in turn, so that nobody who knocks a thousand times stands before others.
 */
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import type { UpgradeHandler } from './upgrade-gate.ts';

export interface PaceParts {
  readonly open: UpgradeHandler;
  readonly addressOf: (request: IncomingMessage) => string;
  /** How busy the event loop was since the last look, from 0 to 1. */
  readonly busyness?: () => number;
  readonly after?: (delayMs: number, run: () => void) => void;
  readonly now?: () => number;
}

type Waiting = { readonly since: number; readonly enter: () => void; readonly leave: () => void };

/** So many stand in line, and so many of one address; whoever comes then is told to come again. */
export const mostWaiting = { all: 5000, ofOneAddress: 1000 } as const;

const STEP_MS = 20;
/** From here on fewer are let in with every step, and below it more, so that the server is kept at work and no longer. */
const BUSY = 0.93;
/** In each step: as many as come at first, at most, and at least, so that the line moves. */
const FIRST = 10;
const MANY = 24;
const FEW = 2;
/** Programs give up after 20 s. Who is turned away before knows it at once, and comes again at a moment of their own. */
const LONGEST_MS = 15_000;
const COME_AGAIN_S = 5;

/** Wraps what opens links. Who comes while nobody waits passes at once. */
export function paceUpgrades(parts: PaceParts): UpgradeHandler {
  const { open, addressOf, busyness = eventLoopBusyness(), now = Date.now, after = afterwards } = parts;
  /** By address, in the order in which they are next. */
  const line = new Map<string, Waiting[]>();
  let waitingInAll = 0;
  let passed = 0;
  let mayPass = FIRST;
  let isStepping = false;

  function step(): void {
    mayPass = busyness() > BUSY ? Math.max(FEW, Math.floor(mayPass * 0.75)) : Math.min(MANY, mayPass + 1);
    for (passed = 0; passed < mayPass && line.size > 0;) {
      const next = takeNext();
      if (next === undefined) continue;
      if (now() - next.since > LONGEST_MS) next.leave();
      else {
        passed += 1;
        next.enter();
      }
    }
    isStepping = line.size > 0 || passed > 0;
    if (isStepping) after(STEP_MS, step);
  }

  function takeNext(): Waiting | undefined {
    for (const [address, own] of line) {
      const next = own.shift();
      if (next !== undefined) waitingInAll -= 1;
      line.delete(address);
      if (own.length > 0) line.set(address, own);
      return next;
    }
    return undefined;
  }

  function takeOut(address: string, waiting: Waiting): void {
    const own = line.get(address) ?? [];
    const at = own.indexOf(waiting);
    if (at === -1) return;
    own.splice(at, 1);
    waitingInAll -= 1;
    if (own.length === 0) line.delete(address);
  }

  return (request, socket, head) => {
    if (!isStepping) {
      isStepping = true;
      passed = 0;
      mayPass = FIRST;
      busyness();
      after(STEP_MS, step);
    }
    if (line.size === 0 && passed < mayPass) {
      passed += 1;
      return open(request, socket, head);
    }
    const address = addressOf(request);
    const own = line.get(address) ?? [];
    if (waitingInAll >= mostWaiting.all || own.length >= mostWaiting.ofOneAddress) return turnAway(socket);
    const forget = watchGoing(socket, () => {
      takeOut(address, waiting);
      socket.destroy();
    });
    const waiting: Waiting = {
      since: now(),
      enter() {
        forget();
        if (!socket.destroyed) open(request, socket, head);
      },
      leave() {
        forget();
        turnAway(socket);
      },
    };
    own.push(waiting);
    waitingInAll += 1;
    line.set(address, own);
  };
}

/**
 * Hears when the other side has gone, until the returned function is called. The end of what it sends is only told to who reads; nothing may
 * come before the answer to an upgrade, so who sends something counts as gone too.
 */
function watchGoing(socket: Duplex, gone: () => void): () => void {
  const look = () => {
    if (socket.read() !== null) gone();
  };
  socket.on('readable', look);
  // An error without a listener would end the process.
  for (const event of ['error', 'end', 'close']) socket.on(event, gone);
  return () => {
    socket.off('readable', look);
    for (const event of ['error', 'end', 'close']) socket.off(event, gone);
  };
}

function turnAway(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  const head = `HTTP/1.1 503 Service Unavailable\r\nRetry-After: ${COME_AGAIN_S}\r\nConnection: close\r\nContent-Length: 0`;
  socket.end(`${head}\r\n\r\n`, () => socket.destroy());
}

function afterwards(delayMs: number, run: () => void): void {
  // Nobody waits for it at the end of a server, which closes its links itself.
  setTimeout(run, delayMs).unref();
}

function eventLoopBusyness(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
