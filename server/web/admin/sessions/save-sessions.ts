import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { SessionCursor, SessionFilter } from '../../../../shared/contract/session-records.ts';
import { saveFile } from '../../save-file.ts';

/** More lines than this are no list that anybody reads. */
const MOST_ROWS = 100_000;

/** Fetches the list part by part and hands it to the browser as one file; `onRows` hears how far it is. */
export async function saveSessions(
  server: Client<AdminContract>,
  filter: SessionFilter,
  newestFirst: boolean,
  onRows: (rows: number) => void,
): Promise<{ readonly rows: number; readonly isCut: boolean }> {
  const parts: string[] = [];
  let rows = 0;
  let after: SessionCursor | null = null;
  do {
    const part: { text: string; rows: number; next: SessionCursor | null } = await server.call('sessions.csv', {
      filter,
      newestFirst,
      after,
    });
    parts.push(part.text);
    rows += part.rows;
    onRows(rows);
    after = part.next;
  } while (after !== null && rows < MOST_ROWS);
  saveFile('sessions.csv', parts.join(''));
  return { rows, isCut: after !== null };
}
