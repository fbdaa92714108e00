/** What people do with each other in a session: they talk, ask, show and grant; and what each of it keeps. */
import { customerCallHandlers, repCallHandlers } from './calls/call-handlers.ts';
import { createCalls } from './calls/call-service.ts';
import type { Clock } from './config/clock.ts';
import { openConversationFiles } from './conversation-files/open-conversation-files.ts';
import type { GivenFileNeeds } from './conversation-files/given-files.ts';
import type { Deadlines } from './deadlines/deadlines.ts';
import { createConversationFilesRoute } from './edge/conversation-files-route.ts';
import type { FeatureNeeds } from './edge/feature-seam.ts';
import type { FeatureModels } from './feature-models.ts';
import { openMembers } from './members/open-members.ts';
import type { MembersNeeds } from './members/open-members.ts';
import type { SeenBy } from './groups/seen-reps.ts';
import type { Incidents } from './incidents/incident-service.ts';
import type { Log } from './logging/log.ts';
import type { Mail } from './mail/mail-service.ts';
import { openNotes } from './notes/open-notes.ts';
import { customerPageHandlers, repPageHandlers } from './page-suggestions/page-handlers.ts';
import { openPastSessions } from './past-sessions/open-past-sessions.ts';
import { openReceipts } from './receipts/open-receipts.ts';
import { openReports } from './reports/open-reports.ts';
import type { Rights } from './rights/right-service.ts';
import type { SessionLog } from './session-log/session-log.ts';
import { customerSessionHandlers } from './sessions/customer-session-handlers.ts';
import { repSessionHandlers } from './sessions/rep-session-handlers.ts';
import type { SessionBelongings } from './sessions/session-belongings.ts';
import type { Sessions } from './sessions/session-service.ts';
import type { TypingGate } from './sessions/typing.ts';
import type { Signalling } from './signalling/signalling-service.ts';
import { openSurveys } from './surveys/open-surveys.ts';
import { viewerHandlers } from './signalling/viewer-handlers.ts';
import { openWhiteboard } from './whiteboard/open-whiteboard.ts';

export interface ConversationNeeds extends FeatureNeeds, Omit<MembersNeeds, 'calls'> {
  readonly models: FeatureModels;
  readonly sessions: Sessions;
  readonly sessionLog: SessionLog;
  readonly belongings: SessionBelongings;
  readonly rights: Rights;
  readonly typing: TypingGate;
  readonly signalling: Signalling;
  readonly deadlines: Deadlines;
  readonly incidents: Pick<Incidents, 'offered'>;
  readonly clock: Clock;
  readonly faults: Pick<Log, 'fault'>;
  readonly openShared: GivenFileNeeds['openShared'];
  readonly mail: Mail;
  /** The server's own secret, 32 bytes. */
  readonly secret: Uint8Array;
  readonly seenBy: SeenBy;
  /** IANA name of the organisation's time zone. */
  readonly zone: () => Promise<string>;
}

/** Resolves when every collection and index is there. */
export async function conversationFeatures(needs: ConversationNeeds) {
  const { models, sessions, sessionLog: log, links, typing, rights, signalling } = needs;
  const whiteboard = openWhiteboard(needs);
  const forSessions = { sessions, log, links, typing, rights };
  const calls = createCalls({ ...needs, model: models.sessions });
  const forCalls = { calls, sessions, rights };
  const files = openConversationFiles(needs);
  const receipts = await openReceipts(needs);
  const surveys = openSurveys({ ...needs, surveyModel: models.surveys });
  const notes = openNotes(needs);
  const reports = openReports({ ...needs, log, notes: notes.notes });
  const pastSessions = await openPastSessions({ ...needs, model: models.sessions, versions: reports.versions });
  const members = await openMembers({ ...needs, calls });
  return {
    calls,
    members,
    /** What was answered after sessions. */
    surveys: surveys.surveys,
    repHandlers: {
      ...repSessionHandlers(forSessions),
      ...viewerHandlers({ sessions, signalling, links, rights }),
      ...members.repHandlers,
      ...repPageHandlers({ sessions, rights }),
      ...whiteboard.repHandlers,
      ...repCallHandlers(forCalls),
      ...files.repHandlers,
      ...surveys.repHandlers,
      ...notes.repHandlers,
      ...reports.repHandlers,
      ...pastSessions,
    },
    customerHandlers: {
      ...customerSessionHandlers(forSessions),
      ...customerPageHandlers({ sessions }),
      ...whiteboard.customerHandlers,
      ...customerCallHandlers(forCalls),
      ...files.customerHandlers,
      ...receipts.customerHandlers,
      ...surveys.customerHandlers,
    },
    adminHandlers: { ...files.adminHandlers, ...surveys.adminHandlers, ...reports.adminHandlers },
    httpRoutes: [createConversationFilesRoute(files)],
    /** Each makes up for something that was cut off while the server runs. */
    compares: [...members.compares, () => reports.compare()],
    /** What is done by itself, from the start of the server on. */
    async start() {
      await members.recover();
      await whiteboard.start();
      await calls.recover();
      await files.prepare();
      await Promise.all([notes.start(), reports.start()]);
    },
  };
}
