/** Files of a chat as the two programs send and fetch them: orders over the link, bytes over HTTP. */
import assert from 'node:assert/strict';
import { filePartHeaders, filePartMost, filePaths } from '../../shared/contract/conversation-file.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { randomId } from '../../server/secrets/random.ts';
import type { CustomerLink, RepLink } from './people.ts';

interface Served {
  readonly origin: string;
}

/** What of both links is needed. */
export type FileLink = Pick<CustomerLink, 'call'> | Pick<RepLink, 'call'>;

/** Begins a file. Rejects with the server's `AppError`. */
export async function beginFile(
  link: FileLink,
  session: SessionId,
  { name = 'notes.txt', bytes, clientId = randomId() }: { name?: string; bytes: number; clientId?: string },
) {
  const begun = await (link as CustomerLink).call('files.begin', { session, clientId, name, bytes });
  assert.ok(begun.at === 'open');
  return { ...begun, clientId };
}

/** Posts one part as a page of the server would; `headers` replace what a browser says. */
export function postPart(
  { origin }: Served,
  ticket: string,
  offset: number,
  part: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${origin}${filePaths.part}`, {
    method: 'POST',
    headers: {
      origin,
      'content-type': 'application/octet-stream',
      [filePartHeaders.ticket]: ticket,
      [filePartHeaders.offset]: String(offset),
      ...headers,
    },
    body: part,
  });
}

/** Sends what is left of a begun file, in parts as large as they may be. */
export async function sendParts(server: Served, ticket: string, content: Buffer<ArrayBuffer>, from = 0): Promise<void> {
  for (let offset = from; offset < content.length; offset += filePartMost) {
    const answer = await postPart(server, ticket, offset, content.subarray(offset, offset + filePartMost));
    assert.equal(answer.status, 200, await answer.text());
  }
}

/** Gives a whole file; resolves with its entry. */
export async function giveFile(
  server: Served,
  link: FileLink,
  session: SessionId,
  name: string,
  content: Buffer<ArrayBuffer>,
): Promise<Extract<LogEntry, { kind: 'file' }>> {
  const { file, ticket } = await beginFile(link, session, { name, bytes: content.length });
  await sendParts(server, ticket, content);
  const { entry } = await (link as CustomerLink).call('files.finish', { session, file });
  assert.ok(entry.kind === 'file');
  return entry;
}

/** Exchanges a ticket for the file, as a page's form does. */
export function fetchGiven({ origin }: Served, ticket: string, from = origin): Promise<Response> {
  return fetch(`${origin}${filePaths.open}`, {
    method: 'POST',
    headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ticket }).toString(),
  });
}
