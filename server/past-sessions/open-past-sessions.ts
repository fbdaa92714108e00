/** What was before: a rep's own sessions to look for, and those of the customer whom the rep helps now. */
import type { Connection } from 'mongoose';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { RepContext } from '../edge/links.ts';
import type { ReportVersions } from '../reports/report-versions.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { findPastSessions } from './find-past-sessions.ts';
import { keepSaidWords, wordsOfSession } from './keep-said-words.ts';
import { ownHistory } from './own-history.ts';
import { saidWordsModel } from './said-words-model.ts';

export interface PastSessionNeeds {
  readonly connection: Connection;
  readonly model: SessionModel;
  readonly sessions: Pick<Sessions, 'memberOf' | 'onEnd'>;
  readonly sessionLog: Pick<SessionLog, 'all'>;
  readonly belongings: Pick<SessionBelongings, 'add'>;
  readonly versions: Pick<ReportVersions, 'latestOf'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
}

/** Resolves when the indexes are there. */
export async function openPastSessions({
  connection,
  model,
  sessions,
  sessionLog,
  belongings,
  versions,
  accounts,
}: PastSessionNeeds): Promise<Pick<Handlers<RepContract, RepContext>, 'sessions.history' | 'customers.past'>> {
  const saidWords = saidWordsModel(connection);
  await saidWords.createIndexes();
  sessions.onEnd(keepSaidWords(saidWords, sessionLog));
  belongings.add(wordsOfSession(saidWords));
  return {
    'sessions.history': (question, { account }) => ownHistory({ model, saidWords, versions }, account.id, question),
    async 'customers.past'({ session }, { account }) {
      const { found, more } = await findPastSessions(model, await sessions.memberOf(account.id, session));
      const reports = await versions.latestOf(found.map(({ record }) => record._id));
      const past = await Promise.all(
        found.map(async ({ sameAs, record }) => {
          const { _id, customer, startedAt, channelName: channel, incident, reason, owner } = record;
          const report = reports.get(_id);
          return {
            session: _id,
            sameAs,
            customer: customer.name,
            startedAt,
            channel,
            rep: (await accounts.face(owner))?.displayName ?? '',
            incident: incident?.name ?? '',
            reason: report?.reason ?? reason,
            outcome: report?.outcome ?? null,
            done: report?.done ?? '',
          };
        }),
      );
      return { past, more };
    },
  };
}
