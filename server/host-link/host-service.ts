/** The host's own link: how it joins, what it may report, and what happens when it is gone. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import type { ComputerFacts, HostFailure } from '../../shared/contract/session-log.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { HostContext, Links } from '../edge/links.ts';
import { hashSecret, newToken } from '../secrets/random.ts';
import { authorOf } from '../sessions/authors.ts';
import { always } from '../sessions/entry-rules.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import { sideBySide } from '../sessions/side-by-side.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { HostTickets } from './host-tickets.ts';

/** A host whose link breaks is back within this time and was never seen to be gone. */
export const hostGraceMs = 5000;

export interface Hosts {
  /** Admits a host, once for each link. @throws AppError `ticket-refused` */
  join(
    context: HostContext,
    facts: v.InferOutput<typeof ComputerFacts>,
  ): Promise<{ record: SessionRecord; token: Token }>;
  /** A host says why it does not join. Its ticket is not used up. @throws AppError `ticket-refused` */
  decline(context: HostContext, reason: HostFailure): Promise<void>;
  /** The session of a link that has joined. @throws AppError `not-found` for another one's */
  sessionOf(context: HostContext, session: SessionId): Promise<SessionRecord>;
  /** The session's last host link has gone. */
  left(session: SessionId): Promise<void>;
  /** Makes up for hosts whose going could not be written down at the time. */
  compareLinks(): Promise<void>;
  /** After a start: hosts get time to come back. */
  recover(): Promise<void>;
}

export interface HostNeeds {
  readonly tickets: HostTickets;
  readonly sessions: Sessions;
  readonly model: SessionModel;
  readonly links: Pick<Links, 'closeHost' | 'hostConnected'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createHosts({ tickets, sessions, model, links, deadlines, clock }: HostNeeds): Hosts {
  async function liveSession(session: SessionId | undefined): Promise<SessionRecord> {
    const record = session === undefined ? undefined : await sessions.load(session);
    if (record?.state !== 'live' || record.projection.ended !== null) throw new AppError('ticket-refused');
    return record;
  }

  /** A fresh host knows nothing of what an earlier one was granted: that one is gone for good. */
  async function replaceEarlier(record: SessionRecord) {
    links.closeHost(record._id);
    const gone = always({ kind: 'host-left', reason: 'closed' });
    if (record.projection.hostPresent || record.projection.consents.length > 0) {
      await sessions.append(record, authorOf(record, 'host'), gone);
    }
  }

  /** It was restarted with its computer: what was granted holds on, as after a link that broke. */
  async function comeBack(record: SessionRecord) {
    links.closeHost(record._id);
    if (record.projection.hostPresent) await sessions.append(record, authorOf(record, 'host'), losing);
  }

  async function admitByTicket({ session, returns }: Awaited<ReturnType<HostTickets['use']>>) {
    const record = await liveSession(session);
    await (returns ? comeBack(record) : replaceEarlier(record));
    const token = newToken();
    await model.updateOne({ _id: session }, { $set: { hostToken: hashSecret(token) } });
    return { session, token };
  }

  async function admitByToken(token: Token) {
    const found = await model.findOne({ hostToken: hashSecret(token), state: 'live' }).lean();
    const record = await liveSession(found?._id);
    // A link that broke may not know so yet; two links of one host would both be told everything.
    links.closeHost(record._id);
    return { session: record._id, token };
  }

  deadlines.on('host-lost', async (subject) => {
    const session = v.parse(SessionId, subject);
    const record = await sessions.load(session);
    if (record === undefined || links.hostConnected(session)) return;
    try {
      await sessions.append(record, authorOf(record, 'host'), losing);
    } catch (error) {
      // The session ended, or the host was gone already: nothing is left to tell.
      if (!(error instanceof AppError)) throw error;
    }
  });

  async function waitForHosts(set: Deadlines['set']) {
    await sideBySide(await model.find({ state: 'live', hostToken: { $exists: true } }).lean(), async ({ _id }) => {
      if (!links.hostConnected(_id)) await set('host-lost', _id, clock.now() + hostGraceMs);
    });
  }

  return {
    async join(context, facts) {
      if (context.session !== undefined) throw new AppError('invalid', { text: 'This host has joined already.' });
      const { admission } = context;
      const admitted =
        admission.by === 'ticket'
          ? await admitByTicket(await tickets.use(admission.ticket))
          : await admitByToken(admission.token);
      const { session, token } = admitted;
      context.session = session;
      await deadlines.cancel('host-lost', session);
      const before = await liveSession(session);
      if (!before.projection.hostPresent) {
        await sessions.append(before, authorOf(before, 'host'), always({ kind: 'host-joined', facts }));
      }
      return { record: await liveSession(session), token };
    },
    async decline({ admission }, reason) {
      if (admission.by !== 'ticket') throw new AppError('ticket-refused');
      const record = await liveSession(await tickets.check(admission.ticket));
      await sessions.append(record, authorOf(record, 'host'), declining(reason));
    },
    async sessionOf(context, session) {
      const record = context.session === session ? await sessions.load(session) : undefined;
      if (record === undefined) throw new AppError('not-found');
      return record;
    },
    async left(session) {
      await deadlines.set('host-lost', session, clock.now() + hostGraceMs);
    },
    compareLinks: () => waitForHosts(deadlines.ensure),
    recover: () => waitForHosts(deadlines.set),
  };
}

/** While another host serves the session, one that cannot is no news. */
function declining(reason: HostFailure): EntryRule {
  return ({ hostPresent }) => {
    if (hostPresent) throw new AppError('not-allowed', { text: 'Another RemoteHelp serves this session already.' });
    return { kind: 'host-failed', reason };
  };
}

const losing: EntryRule = ({ hostPresent }) => {
  if (!hostPresent) throw new AppError('not-found');
  return { kind: 'host-left', reason: 'lost' };
};
