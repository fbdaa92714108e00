/** What team leads see and do: their handlers, and the news for who looks on. */
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Offers } from '../distribution/offer-service.ts';
import type { QueueBoard } from '../queue/queue-board.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { Queue } from '../queue/queue-service.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { createAssignments } from './assignments.ts';
import { repTeamHandlers } from './rep-team-handlers.ts';
import { createTeamFacts } from './team-facts.ts';
import { createTeamNews } from './team-news.ts';

type Needed = 'links' | 'clock' | 'log' | 'audit' | 'accounts' | 'groups' | 'accountNews';

export interface TeamParts extends Pick<FeatureNeeds, Needed> {
  readonly models: FeatureModels;
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly board: Pick<QueueBoard, 'moved' | 'onShown'>;
  readonly offers: Offers;
  readonly queue: Queue;
  readonly sessions: Sessions;
}

export function openTeam(parts: TeamParts) {
  const { links, clock, log, audit, accounts, groups, accountNews, models, queueLook, board } = parts;
  const { offers, queue, sessions } = parts;
  const read = { offers: models.offers, sessions: models.sessions, intervals: models.presence.intervals };
  const facts = createTeamFacts({ ...read, queueLook, accounts, groups, clock });
  const news = createTeamNews({ facts, links, clock, log });
  // Presence, seats and sessions move the queue too, so what it shows is all that changes in a team but who is in it.
  board.onShown(news.moved);
  const ends = [groups.subscribe(news.moved), accountNews.subscribe({ changed: news.moved, revoked: () => undefined })];
  const onMade = () => board.moved();
  const assignments = createAssignments({ facts, offers, requests: models.requests, accounts, links, onMade });
  return {
    facts,
    repHandlers: repTeamHandlers({ facts, news, assignments, queue, sessions, audit }),
    stop() {
      for (const end of ends) end();
      return news.stop();
    },
  };
}
