import { useEffect, useState } from 'preact/hooks';
import type { SessionSummary } from '../../../../shared/contract/session-log.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { ChatFile } from '../../../../shared/ui/chat-file.tsx';
import type { FileEntry } from '../../../../shared/ui/file-desk.ts';
import { fileTexts as words } from '../../texts/customer-files.ts';
import type { CustomerModel } from '../customer-model.ts';

/** The files of a session that is over: they can be had until the summary is closed. Nothing where there were none. */
export function SummaryFiles({ model, summary }: { model: CustomerModel; summary: SessionSummary }) {
  const { session, files } = summary;
  const count = files.fromCustomer + files.fromReps;
  const [entries, setEntries] = useState<readonly FileEntry[]>();
  const isLinked = model.link.value.at === 'open';
  useEffect(() => {
    let isHere = true;
    if (count > 0 && isLinked)
      void filesOf(model, session).then((found) => isHere && found !== undefined && setEntries(found));
    return () => {
      isHere = false;
    };
  }, [session, count, isLinked]);
  if (count === 0) return null;
  return (
    <section aria-labelledby="summary-files">
      <h2 id="summary-files">{words.title}</h2>
      <p class="rh-soft">{entries === undefined ? words.loading : words.hint}</p>
      <div class="summary-files">
        {entries?.map((entry) => (
          <ChatFile
            key={entry.file}
            entry={entry}
            from="them"
            isMine={entry.by.kind === 'customer'}
            desk={model.files.desk}
          />
        ))}
      </div>
    </section>
  );
}

/** From the whole log; `undefined` when the server does not answer, and the next connection asks again. */
async function filesOf(model: CustomerModel, session: SessionSummary['session']): Promise<FileEntry[] | undefined> {
  const files: FileEntry[] = [];
  try {
    for (let seq = 0; ;) {
      const page = await model.server.call('log.after', { session, seq });
      for (const entry of page.entries) if (entry.kind === 'file') files.push(entry);
      seq = page.entries.at(-1)?.seq ?? seq;
      if (!page.more || page.entries.length === 0) return files;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return undefined;
  }
}
