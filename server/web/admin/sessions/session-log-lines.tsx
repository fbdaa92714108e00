import { Lock } from 'lucide';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { safeName, safeText } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { logSentences } from '../../texts/admin-log-en.ts';
import { useTimes } from '../frame/zone-times.ts';

/** The log line by line, as it was stored: nothing folded, nothing left out. */
export function SessionLogLines({ entries }: { entries: readonly LogEntry[] }) {
  const times = useTimes();
  return (
    <ol class="session-lines">
      {entries.map((entry) => (
        <li key={entry.seq} class="session-line" data-kind={entry.kind} data-audience={entry.audience}>
          <time class="session-line-time" dateTime={new Date(entry.at).toISOString()}>
            {times.seconds(entry.at)}
          </time>
          <Said entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Said({ entry }: { entry: LogEntry }) {
  const by = safeName(entry.by.name);
  if (entry.kind !== 'chat') {
    return (
      <div class="session-line-words rh-soft" dir="auto">
        {safeText(sentenceOf(entry, by))}
        {entry.kind === 'requested' && entry.message !== '' && (
          <p class="session-line-text">{safeText(entry.message)}</p>
        )}
      </div>
    );
  }
  return (
    <div class="session-line-words" dir="auto">
      <b>{by}</b>
      {entry.audience === 'reps' && (
        <span class="session-line-reps">
          <Icon icon={Lock} size={12} /> {texts.sessions.log.repsOnly}
        </span>
      )}
      <p class="session-line-text">{safeText(entry.text)}</p>
    </div>
  );
}

function sentenceOf(entry: Exclude<LogEntry, { kind: 'chat' }>, by: string): string {
  // The table has a sentence for exactly this kind; the compiler cannot follow that through the index.
  const sentence = logSentences[entry.kind] as (of: typeof entry, by: string) => string;
  return sentence(entry, by);
}
