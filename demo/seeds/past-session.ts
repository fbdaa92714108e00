/** Writes down one session of the past, entry by entry, by the same rules that a session of today is held to. */
import * as v from 'valibot';
import { hashSecret, newId, newToken } from '../../server/secrets/random.ts';
import type { BrowserId } from '../../server/edge/links.ts';
import { authorOf, repAuthor } from '../../server/sessions/authors.ts';
import { always, answering, reporting, withdrawing } from '../../server/sessions/entry-rules.ts';
import type { EntryRule } from '../../server/sessions/entry-rules.ts';
import { emptyProjection, project, sessionState } from '../../server/sessions/project-session.ts';
import type { SessionRecord } from '../../server/sessions/session-model.ts';
import { sessionWords } from '../../server/sessions/session-words.ts';
import { entriesOfRequest } from '../../server/sessions/entries-of-request.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { ConsentAsk, ConsentScope } from '../../shared/contract/consent.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { ChosenIncident } from '../../shared/contract/incident.ts';
import { LogEntry } from '../../shared/contract/session-log.ts';
import type { Author } from '../../shared/contract/session-log.ts';
import type { StoredChannel } from '../../server/edge/feature-seam.ts';
import type { Dice } from '../dice.ts';
import type { Step, Story } from './stories.ts';

export interface PastSessionParts {
  readonly story: Story;
  readonly channel: StoredChannel | undefined;
  readonly customer: string;
  readonly rep: Account;
  readonly startedAt: number;
  /** What the customer chose in the catalogue. */
  readonly incident: ChosenIncident | undefined;
  readonly dice: Dice;
}

export interface PastSession {
  readonly record: SessionRecord;
  readonly entries: readonly LogEntry[];
  readonly endedAt: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

export function pastSession(parts: PastSessionParts): PastSession {
  const { story, channel, customer, rep, startedAt, incident, dice } = parts;
  const session = newId(SessionId);
  const email = `${customer.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@ostervale.example`;
  const subject = {
    customer: { name: customer, email, phone: '' },
    channelName: channel?.name ?? '',
    reason: story.reason,
    ...(incident === undefined || channel === undefined ? {} : { incident }),
  };
  const authors = { customer: authorOf(subject, 'customer'), rep: repAuthor(rep), host: authorOf(subject, 'host') };
  const entries: LogEntry[] = [];
  let at = startedAt;
  let state = emptyProjection;

  const write = (by: Author, rule: EntryRule, waitMs: number) => {
    at += waitMs;
    const place = { session, seq: entries.length + 1, at, by, audience: 'all', clientId: null };
    const entry = v.parse(LogEntry, { ...rule(state, at), ...place });
    entries.push(entry);
    state = project(state, entry);
  };
  const soon = () => dice.between(4, 25) * SECOND_MS;

  function begin() {
    if (channel === undefined) {
      write(authors.rep, always({ kind: 'joined', role: 'rep' }), 0);
      write(authors.customer, always({ kind: 'joined', role: 'customer' }), dice.between(20, 90) * SECOND_MS);
    } else {
      for (const { by, body } of entriesOfRequest(subject, story.message, rep)) write(by, always(body), 0);
    }
  }

  function grant(scope: ConsentScope) {
    const ask: ConsentAsk = { scope, devices: 'both', minutes: 15 };
    write(authors.rep, always({ kind: 'asked', ask }), soon());
    if (!state.hostPresent) {
      write(authors.customer, answering('yes', 15), soon());
      write(authors.customer, always({ kind: 'fetched' }), soon());
      write(authors.host, always({ kind: 'host-joined', facts: factsOf(customer, dice) }), soon());
    }
    const until = at + 6 * SECOND_MS + 15 * MINUTE_MS;
    write(authors.host, reporting({ kind: 'granted', scope, devices: 'both', until }), 6 * SECOND_MS);
    if (state.shown !== 'shown') write(authors.host, reporting({ kind: 'screen-shown', route: 'direct' }), SECOND_MS);
  }

  function take(step: Step) {
    if ('customer' in step) write(authors.customer, always({ kind: 'chat', text: step.customer }), soon());
    else if ('rep' in step) write(authors.rep, always({ kind: 'chat', text: step.rep }), soon());
    else if ('lets' in step) grant(step.lets);
    else if ('refuses' in step) {
      const ask: ConsentAsk = { scope: step.refuses, devices: 'both', minutes: 15 };
      write(authors.rep, always({ kind: 'asked', ask }), soon());
      write(authors.customer, answering('no', 15), soon());
    } else if ('takesOver' in step) {
      write(authors.host, reporting({ kind: 'paused', hand: 'pointer' }), soon());
      write(authors.host, reporting({ kind: 'resumed' }), 3 * SECOND_MS);
    } else {
      const place = step.stops === 'rep' ? 'viewer' : 'page';
      write(authors[step.stops], withdrawing('view', place), soon());
    }
  }

  begin();
  for (const step of story.steps) take(step);
  write(authors[story.endedBy], always({ kind: 'ended', reason: 'finished' }), soon());
  const record: SessionRecord = {
    _id: session,
    owner: rep.id,
    browser: hashSecret(newToken()) as BrowserId,
    ...subject,
    channel: channel?.id ?? null,
    startedAt,
    state: sessionState(state),
    finished: true,
    endedAt: at,
    read: { customer: state.lastSeq, reps: state.lastSeq },
    projection: state,
    dismissed: true,
    words: sessionWords(subject),
    email,
  };
  return { record, entries, endedAt: at };
}

function factsOf(customer: string, dice: Dice) {
  const [first = 'user'] = customer.toLowerCase().split(' ');
  return {
    computer: `${dice.oneOf(['WEST', 'EAST', 'HALL', 'MAIN'])}-PC-${String(dice.between(2, 40)).padStart(2, '0')}`,
    user: first,
    platform: dice.oneOf(['Debian GNU/Linux 12', 'Ubuntu 24.04 LTS', 'Fedora Linux 42']),
    localAddress: `192.168.${dice.between(1, 8)}.${dice.between(10, 240)}`,
    monitors: dice.between(1, 2),
  };
}
