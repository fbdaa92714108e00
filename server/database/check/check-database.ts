import type { Db } from 'mongodb';

import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { ContentsCheck } from './check-contents.ts';
import type { StoreCheck } from './check-store-file.ts';
import { Findings } from './findings.ts';

/** Checks what a MongoDB holds: the form of every document, and every session's log. Its files and indexes are MongoDB's own to check. */
export async function checkDatabase(db: Db, progress: Progress): Promise<StoreCheck> {
  const seen = { findings: new Findings(), collections: 0, documents: 0 };
  const contents = new ContentsCheck(seen.findings);
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    let documents = 0;
    for await (const document of db.collection(name).find()) {
      contents.see(name, document);
      documents += 1;
      progress.meanwhile(() => `  ${name}: ${counted(documents)} documents so far`);
    }
    progress.say(`  ${name}: ${counted(documents)} documents`);
    seen.collections += 1;
    seen.documents += documents;
  }
  contents.finish();
  return seen;
}
