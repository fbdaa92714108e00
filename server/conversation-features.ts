/** What people do with each other in a session: they talk, ask, show and grant; and what each of it keeps. */
import type { Clock } from './config/clock.ts';
import type { FeatureNeeds } from './edge/feature-seam.ts';
import type { FeatureModels } from './feature-models.ts';
import { openMembers } from './members/open-members.ts';
import type { MembersNeeds } from './members/open-members.ts';
import type { Rights } from './rights/right-service.ts';
import type { SessionLog } from './session-log/session-log.ts';
import { customerSessionHandlers } from './sessions/customer-session-handlers.ts';
import { repSessionHandlers } from './sessions/rep-session-handlers.ts';
import type { SessionBelongings } from './sessions/session-belongings.ts';
import type { Sessions } from './sessions/session-service.ts';
import type { TypingGate } from './sessions/typing.ts';
import type { Signalling } from './signalling/signalling-service.ts';
import { viewerHandlers } from './signalling/viewer-handlers.ts';

export interface ConversationNeeds extends FeatureNeeds, MembersNeeds {
  readonly models: FeatureModels;
  readonly sessions: Sessions;
  readonly sessionLog: SessionLog;
  readonly belongings: SessionBelongings;
  readonly rights: Rights;
  readonly typing: TypingGate;
  readonly signalling: Signalling;
  readonly clock: Clock;
}

export async function conversationFeatures(needs: ConversationNeeds) {
  const { models, sessions, sessionLog: log, links, typing, rights, signalling } = needs;
  const forSessions = { sessions, model: models.sessions, log, links, typing, rights };
  const members = await openMembers(needs);
  return {
    members,
    repHandlers: {
      ...repSessionHandlers(forSessions),
      ...viewerHandlers({ sessions, signalling, links, rights }),
      ...members.repHandlers,
    },
    customerHandlers: {
      ...customerSessionHandlers(forSessions),
    },
    adminHandlers: {},
    httpRoutes: [],
    /** What is done by itself, from the start of the server on. */
    async start() {
      await members.recover();
    },
  };
}
