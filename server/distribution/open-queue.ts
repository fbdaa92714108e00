/** Puts the queue together with its offers: who waits, who is asked, who takes whom. */
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Incidents } from '../incidents/incident-service.ts';
import type { Presences } from '../presence/presence-service.ts';
import { createClaims } from '../queue/claims.ts';
import { createLineNews } from '../queue/line-news.ts';
import { createQueueBoard } from '../queue/queue-board.ts';
import { createQueueLook } from '../queue/queue-look.ts';
import type { QueueLookNeeds } from '../queue/queue-look.ts';
import { createQueue } from '../queue/queue-service.ts';
import { createTakeovers } from '../queue/takeovers.ts';
import type { QueueDefaultsService } from '../queue-settings/queue-defaults.ts';
import { settingsInForce } from '../queue-settings/settings-in-force.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { createAssignmentEnds } from '../team/assignment-ends.ts';
import { createDistribute } from './distribute.ts';
import { createOffers } from './offer-service.ts';
import { createReconcile } from './reconcile.ts';
import type { LiveSessions } from './reconcile.ts';

type Needed = 'links' | 'clock' | 'log' | 'accounts' | 'channels' | 'organisation';

export interface QueueParts extends Pick<FeatureNeeds, Needed> {
  readonly models: FeatureModels;
  readonly deadlines: Deadlines;
  readonly endings: Endings;
  readonly presences: Presences;
  readonly defaults: QueueDefaultsService;
  readonly openings: QueueLookNeeds['openings'];
  readonly openReservations: QueueLookNeeds['openReservations'];
  readonly incidents: Pick<Incidents, 'choose'>;
  readonly sessions: Sessions;
  readonly liveSessions: LiveSessions;
}

/** The queue's services, ready to be asked. `start` begins what runs by itself. */
export function openQueue(parts: QueueParts) {
  const { links, clock, log, accounts, channels, models, deadlines, presences, defaults, sessions, liveSessions } =
    parts;
  const { requests } = models;
  const { organisation, openings, openReservations, incidents } = parts;
  const queueLook = createQueueLook({
    ...models,
    channels,
    accounts,
    presences,
    defaults,
    organisation,
    openings,
    openReservations,
    clock,
  });
  const offers = createOffers({
    model: models.offers,
    accounts,
    requests,
    presences,
    deadlines,
    links,
    clock,
    async setsAway(channel) {
      const setup = await channels.find(channel);
      return setup !== undefined && settingsInForce(setup, await defaults.get()).awayAfterMissed;
    },
    onFree: () => board.moved(),
    assignmentEnded: createAssignmentEnds({ model: models.offers, requests, links }),
  });
  const board = createQueueBoard({ queue: queueLook, links, log, distribute: createDistribute({ offers, links }) });
  const news = createLineNews({ queueLook, channels, links, offers, board });
  const claims = createClaims({
    requests,
    queueLook,
    defaults,
    offers,
    sessions,
    presences,
    channels,
    accounts,
    links,
    clock,
    news,
  });
  const takeovers = createTakeovers({ requests, channels, accounts, queueLook, news, clock });
  const queue = createQueue({
    requests,
    queueLook,
    claims,
    news,
    takeovers,
    incidents,
    sessions,
    channels,
    links,
    endings: parts.endings,
    deadlines,
    clock,
  });
  const reconcile = createReconcile({
    claims,
    presences,
    liveSessions,
    deadlines,
    clock,
    onLooked: () => board.moved(),
  });
  return { queueLook, board, offers, queue, takeovers, startReconciling: reconcile };
}
