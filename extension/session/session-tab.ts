/** A session in the strip: shape, name, and the one time that matters now. Pure. */
import { duration, timeLeft } from '../../shared/ui/format-time.ts';
import type { SessionTab } from '../../shared/ui/session-tabs.tsx';
import type { StatusKind } from '../../shared/ui/status.tsx';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { OpenSession } from '../port/view-state.ts';
import { unreadMessages, unreadSince } from '../port/unread.ts';
import { texts } from '../texts/en.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { shortName } from './short-name.ts';
import { screenStanding } from './screen-standing.ts';

/** `now` by the server's clock; `me` is the account that looks. */
export function sessionTab(
  { head }: OpenSession,
  entries: readonly LogEntry[],
  now: number,
  me?: AccountId,
): SessionTab {
  const name = head.customer.name === '' ? waysInTexts.list.waiting : shortName(head.customer.name);
  const words = texts.strip;
  if (head.state === 'ended') return tab(head.id, name, words.ended, 'offline', words.ended);
  if (head.state === 'waiting-code') {
    const left = head.code === null ? words.codeGone : words.code(timeLeft(head.code.expiresAt, now));
    return tab(head.id, name, left, 'code', words.waitingForCode);
  }
  const { state, until, isIdle, canControl } = screenStanding(head);
  const kind: StatusKind = state === 'asked' || isIdle ? 'chat' : state;
  const word = isIdle ? (canControl ? texts.band.mayControl : texts.band.maySee) : texts.band[state];
  const waitsSince = unreadSince(entries, head.read.reps);
  const running = until === null ? duration(now - head.startedAt) : words.left(timeLeft(until, now));
  // Who waits for an answer is what the rep chooses by; how long the session has run can wait.
  const detail = waitsSince === undefined ? running : words.waits(duration(Math.max(0, now - waitsSince)));
  return { ...tab(head.id, name, detail, kind, word), unread: unreadMessages(entries, head.read.reps, me) };
}

function tab(id: string, name: string, detail: string, kind: StatusKind, word: string): SessionTab {
  return { id, name, detail, status: { kind, word } };
}
