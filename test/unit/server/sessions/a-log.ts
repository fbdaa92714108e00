/** Logs as tests need them: only what matters is said. */
import * as v from 'valibot';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../../shared/contract/session-log.ts';
import type { ConsentScope } from '../../../../shared/contract/consent.ts';
import type { Author, EntryBody } from '../../../../shared/contract/session-log.ts';

export const aSession = v.parse(SessionId, 's'.repeat(22));

export const facts = { computer: 'PC', user: 'marta', platform: 'Debian', localAddress: '', monitors: 1 };

/** What somebody said or did, at a second of the session. */
export type Line = readonly [second: number, by: Author['kind'], body: EntryBody];

/** The log of these lines, from seq 1. */
export function aLog(...lines: readonly Line[]): LogEntry[] {
  return lines.map(([second, kind, body], index) =>
    v.parse(LogEntry, {
      ...body,
      session: aSession,
      seq: index + 1,
      at: second * 1000,
      by: { kind, name: kind === 'rep' ? 'Ana' : 'Marta' },
      audience: 'all',
      clientId: null,
    }),
  );
}

export const asked = (scope: ConsentScope, minutes: 15 | 30 | null = null): EntryBody => ({
  kind: 'asked',
  ask: { scope, devices: 'both', minutes },
});
export const granted = (scope: ConsentScope, untilSecond: number | null = null): EntryBody => ({
  kind: 'granted',
  scope,
  devices: 'both',
  until: untilSecond === null ? null : untilSecond * 1000,
});
export const hostJoined: EntryBody = { kind: 'host-joined', facts };
export const shown: EntryBody = { kind: 'screen-shown', route: 'direct' };

/** Both people are in, and the host runs. */
export const begun: readonly Line[] = [
  [0, 'customer', { kind: 'joined', role: 'customer' }],
  [0, 'rep', { kind: 'joined', role: 'rep' }],
  [1, 'host', hostJoined],
];
