import assert from 'node:assert/strict';
import * as v from 'valibot';
import { emptyProjection, project } from '../../../../server/sessions/project-session.ts';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import type { EntryBody, LogEntry } from '../../../../shared/contract/session-log.ts';

const session = v.parse(SessionId, 'a'.repeat(22));

function after(...bodies: EntryBody[]) {
  return bodies.reduce((state, body, place) => {
    const common = { session, seq: place + 1, at: place, audience: 'all', clientId: null } as const;
    const entry: LogEntry = { ...common, by: { kind: 'rep', name: 'Ana' }, ...body };
    return project(state, entry);
  }, emptyProjection);
}

describe('What was granted of a command line', () => {
  const ask = { scope: 'shell', devices: 'both', minutes: 15 } as const;
  const granted = { kind: 'granted', scope: 'shell', devices: 'both', until: null } as const;

  it('is recorded only where the question said so', () => {
    const told = after({ kind: 'asked', ask: { ...ask, isRecorded: true } }, granted);
    assert.deepEqual(
      told.consents.map(({ isRecorded }) => isRecorded),
      [true],
    );
    const untold = after({ kind: 'asked', ask }, granted);
    assert.deepEqual(
      untold.consents.map((consent) => 'isRecorded' in consent),
      [false],
    );
  });

  it('is what the latest question said, when it is granted anew', () => {
    const state = after({ kind: 'asked', ask: { ...ask, isRecorded: true } }, granted, { kind: 'asked', ask }, granted);
    assert.deepEqual(
      state.consents.map((consent) => 'isRecorded' in consent),
      [false],
    );
  });
});
