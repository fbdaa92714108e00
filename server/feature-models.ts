/** The collections of the features, opened together. */
import type { AccountId, SessionId } from '../shared/contract/identifiers.ts';
import { deadlineModel } from './deadlines/deadline-model.ts';
import { offerModel } from './distribution/offer-model.ts';
import type { FeatureNeeds } from './edge/feature-seam.ts';
import { hostTicketModel } from './host-link/ticket-model.ts';
import { queueDefaultsModel } from './queue-settings/queue-defaults-model.ts';
import { presenceModels } from './presence/presence-model.ts';
import { requestModel } from './queue/request-model.ts';
import { reservationModel } from './reservations/reservation-model.ts';
import { logEntryModels } from './session-log/log-entry-model.ts';
import { sessionModel } from './sessions/session-model.ts';
import { surveyModel } from './surveys/survey-model.ts';

/** Resolves when every collection and index is there, because uniqueness is what several promises rest on. */
export async function openFeatureModels({ connection }: Pick<FeatureNeeds, 'connection'>) {
  const { reps, intervals } = presenceModels(connection);
  const { entries, damaged } = logEntryModels(connection);
  const [deadlines, requests, sessions] = [
    deadlineModel(connection),
    requestModel(connection),
    sessionModel(connection),
  ];
  const tickets = hostTicketModel(connection);
  const [queueDefaults, offers] = [queueDefaultsModel(connection), offerModel(connection)];
  const [reservations, surveys] = [reservationModel(connection), surveyModel(connection)];
  for (const model of [
    deadlines,
    requests,
    offers,
    sessions,
    tickets,
    reservations,
    surveys,
    reps,
    intervals,
    entries,
    damaged,
  ]) {
    await model.createIndexes();
  }
  return {
    deadlines,
    requests,
    sessions,
    tickets,
    reservations,
    queueDefaults,
    surveys,
    offers,
    presence: { reps, intervals },
    log: { entries, damaged },
  };
}

export type FeatureModels = Awaited<ReturnType<typeof openFeatureModels>>;

/** The sessions in which each rep has a customer, read anew. `quickly` looks at no more of them, so damaged ones count too. */
export async function liveSessions(sessions: FeatureModels['sessions'], how: 'whole' | 'quickly' = 'whole') {
  const found = sessions.find({ state: 'live', ownerLeft: { $exists: false } });
  const live = new Map<AccountId, SessionId[]>();
  for (const { _id, owner } of await (how === 'quickly' ? found.select({ owner: 1 }) : found).lean())
    live.set(owner, [...(live.get(owner) ?? []), _id]);
  return live;
}
