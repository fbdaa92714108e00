import { X } from 'lucide';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { byteSize } from '../../shared/ui/byte-size.ts';
import { QueuedFileBubble } from '../../shared/ui/chat-file.tsx';
import { useComponentTexts } from '../../shared/ui/component-texts.ts';
import { FileBubble } from '../../shared/ui/file-bubble.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { WaitingFile } from '../port/left-words.ts';
import { draftTexts } from '../texts/drafts-en.ts';
import type { View } from '../view/open-view.ts';
import { useView } from '../view/view-context.ts';

/** The files of a session that have not arrived: on their way from this page, and those whose page is gone. */
export function waitingFiles({ desk, files }: Pick<View, 'desk' | 'files'>, session: SessionId) {
  const queued = files.queue.files.value.filter((file) => file.session === session);
  // After the link owner was made anew it has yet to hear that this page is there.
  const here = new Set([...queued, ...files.held.of(session)].map(({ clientId }) => clientId));
  const lost = desk.lostFiles.value.filter((file) => file.session === session && !here.has(file.clientId));
  return { queued, lost };
}

/** As bubbles at the end of a chat. */
export function WaitingFiles({ session }: { session: SessionId }) {
  const view = useView();
  const { queued, lost } = waitingFiles(view, session);
  return (
    <>
      {lost.map((file) => (
        <LostFile key={file.clientId} file={file} />
      ))}
      {queued.map((file) => (
        <QueuedFileBubble key={file.clientId} file={file} queue={view.files.queue} />
      ))}
    </>
  );
}

/** Its bytes went with the page that was sending it. */
function LostFile({ file: { clientId, name, bytes, audience } }: { file: WaitingFile }) {
  const { orders } = useView();
  const words = useComponentTexts().file;
  return (
    <FileBubble
      from="me"
      name={name}
      repsOnly={audience === 'reps'}
      size={byteSize(bytes)}
      state={{ kind: 'refused', text: draftTexts.chooseAgain }}
      action={
        <IconButton
          icon={X}
          label={words.putAway(safeName(name))}
          onClick={() => void orders.give('files.forget', { clientId })}
        />
      }
    />
  );
}
