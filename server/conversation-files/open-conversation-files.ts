/** Files in conversations, put together. */
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { Rights } from '../rights/right-service.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { fileContentModel } from './file-content-model.ts';
import { adminFileHandlers, customerFileHandlers, repFileHandlers } from './file-handlers.ts';
import { createFileKeeper } from './file-keeper.ts';
import { fileLimitsModel } from './file-limits-model.ts';
import { fileRecordModel } from './file-record-model.ts';
import { fileTicketModel } from './file-ticket-model.ts';
import { createFileUploads } from './file-uploads.ts';
import { createGivenFiles } from './given-files.ts';
import type { GivenFileNeeds } from './given-files.ts';
import { previewModel } from './preview-model.ts';

export interface ConversationFileNeeds extends Pick<FeatureNeeds, 'connection' | 'clock' | 'accounts'> {
  readonly deadlines: Deadlines;
  readonly sessions: Sessions;
  readonly sessionLog: SessionLog;
  readonly belongings: SessionBelongings;
  readonly rights: Rights;
  readonly openShared: GivenFileNeeds['openShared'];
}

export function openConversationFiles(needs: ConversationFileNeeds) {
  const { connection, clock, accounts, deadlines, sessions, sessionLog: log, belongings, rights, openShared } = needs;
  const records = fileRecordModel(connection);
  const contents = fileContentModel(connection);
  const tickets = fileTicketModel(connection, clock);
  const limits = fileLimitsModel(connection);
  const forFiles = {
    ...{ records, contents, tickets, limits, previews: previewModel(connection), sessions, log, deadlines, clock },
    openShared,
    repOf: async ({ owner }: { readonly owner: Parameters<typeof accounts.face>[0] }) =>
      (await accounts.face(owner))?.displayName ?? 'the representative',
  };
  const keeper = createFileKeeper(forFiles);
  const uploads = createFileUploads(forFiles, keeper);
  const given = createGivenFiles(forFiles, keeper);
  belongings.add({ forget: keeper.forget, read: given.read });
  sessions.onEnd(({ _id }) => keeper.sessionEnded(_id));
  deadlines.on('file-abandoned', keeper.abandoned);
  const forHandlers = { sessions, uploads, given, rights };
  return {
    uploads,
    given,
    repHandlers: repFileHandlers(forHandlers),
    customerHandlers: customerFileHandlers(forHandlers),
    adminHandlers: adminFileHandlers(limits),
    /** Resolves when the indexes are there: that a part has one place, and a client's file one record, rests on them. */
    async prepare(): Promise<void> {
      await records.createIndexes();
      await Promise.all([tickets.prepare(), contents.prepare()]);
    },
  };
}
