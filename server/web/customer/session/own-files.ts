/** Files of the customer's chat: what is on its way, and how what was given is had. */
import type { Client } from '../../../../shared/contract/contract.ts';
import { filePaths } from '../../../../shared/contract/conversation-file.ts';
import type { CustomerContract } from '../../../../shared/contract/customer-contract.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { createQueuedSender } from '../../../../shared/link/send-queued.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { createFileDesk } from '../../../../shared/ui/file-desk.ts';
import type { FileDesk } from '../../../../shared/ui/file-desk.ts';
import { createFileQueue } from '../../../../shared/ui/file-queue.ts';
import type { FileQueue } from '../../../../shared/ui/file-queue.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { postTicket } from './post-ticket.ts';

export interface OwnFiles {
  readonly queue: FileQueue;
  readonly desk: FileDesk;
}

/** `onSent` hears of each that the server has given. */
export function createOwnFiles(
  server: Client<CustomerContract>,
  origin: string,
  onSent: (entry: LogEntry) => void,
): OwnFiles {
  const send = createQueuedSender({
    begin: ({ audience: _forAll, ...what }) => server.call('files.begin', what),
    finish: (what) => server.call('files.finish', what),
    cancel: (what) => server.call('files.cancel', what),
    origin: () => origin,
    onSent,
    ...systemClock,
  });
  return {
    queue: createFileQueue({ send, newClientId: newClientEntryId, now: systemClock.now }),
    desk: createFileDesk({
      async save({ session, file }) {
        const { ticket } = await server.call('files.open', { session, file });
        postTicket(filePaths.open, ticket);
      },
      preview: async ({ session, file }, size) => (await server.call('files.preview', { session, file, size })).picture,
    }),
  };
}
