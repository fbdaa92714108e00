/** Answers the calls that come over one link, each in its turn. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { createDispatcher, failure } from '../../shared/contract/contract.ts';
import type { Contract, Handlers, Reply } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { wire } from '../../shared/contract/link-door.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import type { Log } from '../logging/log.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import { createCallTurns } from './call-turns.ts';
import type { AddressOf } from './client-address.ts';
import { describeFault } from './faults.ts';
import { hasHostileKeys } from './hostile-keys.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { WorkInHand } from './work-in-hand.ts';

/**
 * Generous for chat and typing signs; far below what would keep others waiting. What comes faster waits its time, as
 * when somebody was away and sends all that they wrote meanwhile.
 */
const callLimit = { burst: 200, perSecond: 50 };
/** Calls of one link that wait; whoever sends still more does not wait for answers, and is no program of ours. */
const MOST_WAITING = 200;
/** Room for a form filled in wrongly a few times; a program that sends rubbish is let go. */
const refusalLimit = { burst: 10, perSecond: 0.1 };

/** What answering needs, the same for every link. */
export interface CallEnvironment {
  readonly clock: Clock;
  readonly log: Log;
  readonly room: Pick<StoreRoom, 'noticed'>;
  readonly audit: AuditWriter;
  readonly addressOf: AddressOf;
  readonly inHand: WorkInHand;
  /** The server ends: what is called from now on is not answered, so the caller asks the next server. */
  readonly isEnding: () => boolean;
  /** Closes a link for breaking the rules. */
  readonly refuse: (socket: Socket) => void;
}

/** One link: what may be called, who answers, and who calls. */
export interface CallingLink<C extends Contract, Context> {
  readonly socket: Socket;
  readonly contract: C;
  readonly handlers: Handlers<C, Context>;
  readonly context: Context;
  /** For the audit trail. */
  readonly actor: string;
  /** Calls wait for it, so that who has just come is known to the features before they ask anything. Never rejects. */
  readonly ready: Promise<void>;
}

export function answerCalls<C extends Contract, Context>(
  { clock, log, room, audit, addressOf, inHand, isEnding, refuse }: CallEnvironment,
  { socket, contract, handlers, context, actor, ready }: CallingLink<C, Context>,
): void {
  const calls = createTokenBucket(callLimit, clock.now());
  const refusals = createTokenBucket(refusalLimit, clock.now());
  const inTurn = createCallTurns(ready);
  let waiting = 0;

  const onRefused = (what: string) => {
    const address = addressOf(socket.conn.request);
    audit({ actor, action: `link.refused ${what}`, address, outcome: 'refused' });
    if (!refusals.take(clock.now())) refuse(socket);
  };
  const refusedWith = (code: 'invalid' | 'too-many-tries', what: string): Reply => {
    onRefused(what);
    return failure(new AppError(code));
  };
  const dispatch = createDispatcher<C, Context>(contract, handlers, {
    onRefused,
    onFault: (error, operation) => describeFault({ log, room }, error, operation),
  });

  const answer = async (message: unknown): Promise<Reply> => {
    if (waiting >= MOST_WAITING) return refusedWith('too-many-tries', 'too many calls');
    if (hasHostileKeys(message)) return refusedWith('invalid', 'hostile keys');
    waiting += 1;
    return inTurn(sessionOf(message), async () => {
      while (!calls.take(clock.now())) await wait(calls.waitMs(clock.now()));
      waiting -= 1;
      return dispatch(message, context);
    });
  };

  socket.on(wire.call, (...args: unknown[]) => {
    if (isEnding()) return;
    const [message, reply] = args;
    if (args.length !== 2 || !isAnswer(reply)) return onRefused('call of another form');
    void inHand.track(answer(message)).then(reply);
  });
}

const AboutSession = v.object({ params: v.object({ session: v.string() }) });

/** For the order only: whether it is a call at all is looked at in its turn. */
function sessionOf(message: unknown): string | undefined {
  const about = v.safeParse(AboutSession, message);
  return about.success ? about.output.params.session : undefined;
}

/** Socket.IO makes the function itself; what comes over the line can never be one. */
function isAnswer(value: unknown): value is (reply: Reply) => void {
  return typeof value === 'function';
}
