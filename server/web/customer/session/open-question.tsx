import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { DesktopQuestion } from './desktop-question.tsx';
import { HostStart } from './host-start.tsx';
import type { SessionActions } from './session-actions.ts';

type OpenQuestionProps = {
  model: CustomerModel;
  session: SessionHead;
  organisation: string;
  actions: SessionActions;
  onAskFirst: () => void;
};

/** What the rep asks, wherever the answer belongs: here, at the download, or on the desktop. Nothing otherwise. */
export function OpenQuestion({ model, session, organisation, actions, onAskFirst }: OpenQuestionProps) {
  const { ask, screen } = session;
  const entries = model.entries.value;
  if (ask === null) return null;
  if (screen === 'asked') {
    return (
      <ConsentQuestion
        askId={askIdOf(entries)}
        {...{ session, ask, organisation, onAskFirst }}
        onYes={actions.yes}
        onNo={actions.no}
      />
    );
  }
  const isSayingNo = actions.answering.isBusy;
  if (screen === 'agreed') {
    const wasFetched = isFetchedSinceYes(entries);
    return <HostStart {...{ model, session, ask, wasFetched, isSayingNo }} onNo={actions.no} />;
  }
  return <DesktopQuestion rep={firstName(session.owner.displayName)} isBusy={isSayingNo} onNo={actions.no} />;
}

function askIdOf(entries: readonly LogEntry[]): string {
  return String(entries.findLast(({ kind }) => kind === 'asked')?.seq ?? 0);
}

function isFetchedSinceYes(entries: readonly LogEntry[]): boolean {
  return entries.findLast(({ kind }) => kind === 'agreed' || kind === 'fetched')?.kind === 'fetched';
}
