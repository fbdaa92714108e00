/** The rules of the log, against copies: of what a session is, nothing may hang on how often and when a message came. */
import assert from 'node:assert/strict';
import {
  always,
  answering,
  asking,
  reporting,
  unasking,
  withdrawing,
} from '../../../../server/sessions/entry-rules.ts';
import type { EntryRule } from '../../../../server/sessions/entry-rules.ts';
import { emptyProjection, project, projectAll } from '../../../../server/sessions/project-session.ts';
import type { SessionProjection } from '../../../../server/sessions/project-session.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { chanceOf } from '../database/embedded/random-values.ts';
import type { Chance } from '../database/embedded/random-values.ts';
import { anEntry } from '../web/customer/a-log.ts';

const SEEDS = 10_000;
/** Longer than a refused question rests. */
const STEP_MS = 40_000;

interface Message {
  readonly rule: EntryRule;
  readonly by: 'rep' | 'customer' | 'host';
}

/** Everything that may be said in a session by anybody, as a random row; whether it may be said then the rules decide. */
function aRow(chance: Chance): Message[] {
  const scope = () => chance.pick(['view', 'control'] as const);
  const devices = 'both';
  const makers: readonly (() => Message)[] = [
    () => ({ by: 'rep', rule: always({ kind: 'chat', text: 'Hello' }) }),
    () => ({ by: 'customer', rule: always({ kind: 'chat', text: 'Hello' }) }),
    () => ({ by: 'rep', rule: asking({ scope: scope(), devices, minutes: null }) }),
    () => ({ by: 'rep', rule: asking({ scope: scope(), devices, minutes: null }) }),
    () => ({ by: 'rep', rule: unasking() }),
    () => ({ by: 'customer', rule: answering(chance.pick(['yes', 'no'] as const), null) }),
    () => ({ by: 'rep', rule: withdrawing(scope(), 'viewer') }),
    () => ({ by: 'host', rule: reporting({ kind: 'granted', scope: scope(), devices, until: null }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'granted', scope: scope(), devices, until: null }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'refused', scope: scope(), place: 'host' }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'withdrawn', scope: scope(), place: 'host' }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'screen-shown', route: 'direct' }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'screen-hidden' }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'paused', hand: 'pointer' }) }),
    () => ({ by: 'host', rule: reporting({ kind: 'resumed' }) }),
  ];
  return Array.from({ length: 6 + chance.below(14) }, () => chance.pick(makers)());
}

/** Customer and host are there. */
const begun: readonly LogEntry[] = [
  anEntry(1, 'customer', { kind: 'joined', role: 'customer' }),
  anEntry(2, 'host', {
    kind: 'host-joined',
    facts: { computer: 'PC', user: 'm', platform: 'Debian', localAddress: '', monitors: 1 },
  }),
];

/** Whose entries stand where; parsed once, because ten thousand logs of them are built. */
const hello = { kind: 'chat', text: 'Hello' } as const;
const places = {
  rep: anEntry(1, 'rep', hello),
  customer: anEntry(1, 'customer', hello),
  host: anEntry(1, 'host', hello),
};

const common = ({ session, by, audience, clientId }: LogEntry) => ({ session, by, audience, clientId });

/** A log as the server keeps it: what was stored under an id is given again, and else the rule decides. */
function aServer() {
  const stored = new Map<Message, LogEntry>();
  const entries: LogEntry[] = [...begun];
  let state: SessionProjection = projectAll(emptyProjection, begun);
  return {
    entries,
    state: () => state,
    deliver(message: Message, now: number): number | undefined {
      const before = stored.get(message);
      if (before !== undefined) return before.seq;
      try {
        const body = message.rule(state, now);
        const entry: LogEntry = { ...common(places[message.by]), ...body, seq: state.lastSeq + 1, at: now };
        stored.set(message, entry);
        entries.push(entry);
        state = project(state, entry);
        return entry.seq;
      } catch (refusal) {
        if (refusal instanceof AppError) return undefined;
        throw refusal;
      }
    },
  };
}

describe('messages of a session that come three times and late', function () {
  this.timeout(60_000);
  it(`leave log and session as when each came once, for ${SEEDS} seeds [F22]`, () => {
    let accepted = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const chance = chanceOf(seed);
      const row = aRow(chance);
      const clean = aServer();
      const seqs = row.map((message, at) => clean.deliver(message, at * STEP_MS));
      const again = aServer();
      const late: { at: number; message: Message }[] = [];
      for (const [at, message] of row.entries()) {
        const now = at * STEP_MS;
        const place = again.deliver(message, now);
        assert.equal(place, seqs[at], `seed ${seed}`);
        // What was refused was answered, so its client does not send it later; a copy comes right behind.
        if (place === undefined) assert.equal(again.deliver(message, now), undefined, `seed ${seed}`);
        else for (let copy = 1; copy < 3; copy += 1) late.push({ at: at + chance.below(row.length - at), message });
        for (const { message: other } of late.filter((copy) => copy.at === at))
          assert.equal(again.deliver(other, now), seqs[row.indexOf(other)], `seed ${seed}`);
      }
      assert.deepEqual(again.entries, clean.entries, `seed ${seed}`);
      assert.deepEqual(again.state(), clean.state(), `seed ${seed}`);
      // And whoever reads the log anew comes to the same.
      assert.deepEqual(projectAll(emptyProjection, again.entries), clean.state(), `seed ${seed}`);
      accepted += clean.entries.length - begun.length;
    }
    assert.ok(accepted > 4 * SEEDS, `only ${accepted} messages were accepted`);
  });
});
