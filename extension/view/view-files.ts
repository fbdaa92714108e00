/** Files of chats, as a view sends and fetches them: orders over the link, bytes over HTTP with a ticket. */
import { filePaths } from '../../shared/contract/conversation-file.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { createQueuedSender } from '../../shared/link/send-queued.ts';
import { createFileDesk } from '../../shared/ui/file-desk.ts';
import type { FileDesk } from '../../shared/ui/file-desk.ts';
import { createFileQueue } from '../../shared/ui/file-queue.ts';
import type { FileQueue } from '../../shared/ui/file-queue.ts';
import type { ViewContract } from '../port/view-contract.ts';
import type { DeskView } from './desk-view.ts';
import { createHeldFiles } from './held-files.ts';
import type { HeldFiles } from './held-files.ts';
import { newClientId } from './new-client-id.ts';

/** What is on its way from this view, how given files are had, and which pictures are yet to be looked at. */
export interface ViewFiles {
  readonly queue: FileQueue;
  readonly desk: FileDesk;
  readonly held: HeldFiles;
}

/** So long the browser may take until it has begun to save, in ms. */
const SAVED_AFTER_MS = 60_000;

export function createViewFiles(client: Client<ViewContract>, { link, clock }: DeskView): ViewFiles {
  const origin = () => ('server' in link.value ? link.value.server : '');
  const send = createQueuedSender({
    begin: (what) => client.call('files.begin', what),
    finish: (what) => client.call('files.finish', what),
    cancel: (what) => client.call('files.cancel', what),
    origin,
    // The link owner has told of the entry before its answer.
    onSent: () => {},
    after: clock.after,
    now: clock.now,
  });
  return {
    queue: createFileQueue({ send, newClientId, now: clock.now }),
    held: createHeldFiles(),
    desk: createFileDesk({
      async save({ session, file }) {
        const { ticket, name } = await client.call('files.open', { session, file });
        const content = await fetchFile(`${origin()}${filePaths.open}`, ticket);
        const address = URL.createObjectURL(content);
        const anchor = document.createElement('a');
        anchor.href = address;
        anchor.download = name;
        anchor.click();
        clock.after(SAVED_AFTER_MS, () => URL.revokeObjectURL(address));
      },
      preview: async ({ session, file }, size) => (await client.call('files.preview', { session, file, size })).picture,
    }),
  };
}

/* A form that is posted would leave the panel for whatever the answer is; a fetched file is saved from here. */
async function fetchFile(address: string, ticket: string): Promise<Blob> {
  const body = new URLSearchParams({ ticket });
  const answer = await fetch(address, { method: 'POST', body, credentials: 'omit', redirect: 'error' }).catch(
    (cause: unknown) => {
      throw new AppError('no-answer', { cause });
    },
  );
  if (!answer.ok) throw new AppError('not-found', { text: await answer.text() });
  return answer.blob().catch((cause: unknown) => {
    throw new AppError('no-answer', { cause });
  });
}
