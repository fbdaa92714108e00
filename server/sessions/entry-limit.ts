/** How long a session log may get. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { EntryKind } from '../../shared/contract/session-log.ts';

/**
 * So many entries a log has at most. A receipt seals some 110 bytes for each in one document, of which the store takes 16 MB: this is an
 * eighth of it.
 */
export const mostEntries = 20_000;
/** Of them kept free of what people begin, so that whatever runs by then can go on and come to its end. */
export const entriesInReserve = 1000;

/** With these somebody says or begins something: none of them has to be written. */
const begins: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'chat',
  'file',
  'asked',
  'agreed',
  'fetched',
  'page-suggested',
  'launch-asked',
  'tool-used',
  'call-asked',
  'whiteboard-asked',
  'invited',
  'transfer-asked',
  'hands-asked',
]);

/** With these something is over, or somebody is in charge: they always fit, and what they follow on has been counted. */
const ends: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'joined',
  'rep-lost',
  'not-taken',
  'rep-left',
  'handed-over',
  'back-in-line',
  'unasked',
  'call-declined',
  'call-ended',
  'host-left',
  'launch-unasked',
  'launch-settled',
  'refused',
  'withdrawn',
  'expired',
  'screen-hidden',
  'paused',
  'whiteboard-declined',
  'whiteboard-closed',
  'ended',
]);

/** Whether one more fits into a log of `entries`. @throws AppError `log-full` */
export function requireRoomFor(kind: EntryKind, entries: number): void {
  if (ends.has(kind)) return;
  if (entries >= (begins.has(kind) ? mostEntries - entriesInReserve : mostEntries)) throw new AppError('log-full');
}
