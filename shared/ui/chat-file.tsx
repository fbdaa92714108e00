/** Files of a chat as both programs draw them: those that stand in the log, and those on their way into it. */
import { Download, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { byteSize } from './byte-size.ts';
import { useComponentTexts } from './component-texts.ts';
import { FileBubble } from './file-bubble.tsx';
import type { FileState } from './file-bubble.tsx';
import type { FileDesk, FileEntry } from './file-desk.ts';
import type { FileQueue, QueuedFile } from './file-queue.ts';
import { clockTime } from './format-time.ts';
import { IconButton } from './icon-button.tsx';
import { PictureView } from './picture-view.tsx';
import { safeName } from './safe-text.ts';

type ChatFileProps = {
  entry: FileEntry;
  from: 'them' | 'me';
  /** The reader gave it themselves. */
  isMine: boolean;
  desk: FileDesk;
};

/** A file that was given: its name opens it, a picture shows itself. */
export function ChatFile({ entry, from, isMine, desk }: ChatFileProps) {
  const words = useComponentTexts().file;
  const name = safeName(entry.name);
  const standing: FileState = isMine
    ? { kind: 'done', text: words.completed }
    : { kind: 'given', text: words.kinds[entry.type] };
  const [failure, setFailure] = useState<string>();
  const open = () => void desk.open(entry).then(setFailure);
  return (
    <FileBubble
      from={from}
      name={entry.name}
      size={byteSize(entry.bytes)}
      time={clockTime(entry.at)}
      author={entry.by.name}
      kind={entry.type}
      state={failure === undefined ? standing : { kind: 'refused', text: failure }}
      onOpen={open}
      action={<IconButton icon={Download} label={words.open(name)} onClick={open} />}
      picture={entry.picture !== null && <Thumbnail entry={entry} size={entry.picture} desk={desk} onSave={open} />}
      repsOnly={entry.audience === 'reps'}
    />
  );
}

type ThumbnailProps = {
  entry: FileEntry;
  /** Of the whole picture, in pixels. */
  size: { width: number; height: number };
  desk: FileDesk;
  onSave: () => void;
};

function Thumbnail({ entry, size, desk, onSave }: ThumbnailProps) {
  const words = useComponentTexts().file;
  const [address, setAddress] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let isHere = true;
    void desk.picture(entry, 'small').then((found) => isHere && setAddress(found));
    return () => {
      isHere = false;
    };
  }, [entry.file]);
  const name = safeName(entry.name);
  return (
    <>
      <button
        type="button"
        class="rh-file-picture"
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
        aria-label={words.enlarge(name)}
        onClick={() => setOpen(true)}
      >
        {address !== undefined && <img src={address} alt="" />}
      </button>
      {isOpen && (
        <PictureView
          name={entry.name}
          load={() => desk.picture(entry, 'large')}
          before={address}
          onSave={onSave}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What is on its way, or was refused. */
export function QueuedFileBubble({ file, queue }: { file: QueuedFile; queue: FileQueue }) {
  const words = useComponentTexts().file;
  const { name, bytes, sentBytes, state, why, secondsLeft, clientId } = file;
  const shown = safeName(name);
  const percent = bytes === 0 ? 0 : Math.floor((sentBytes / bytes) * 100);
  const text = {
    waiting: words.waiting,
    held: why === '' ? words.held : why,
    goes: words.sending(percent, secondsLeft),
    refused: why,
  }[state];
  return (
    <FileBubble
      from="me"
      name={name}
      repsOnly={file.audience === 'reps'}
      size={byteSize(bytes)}
      state={
        state === 'refused' ? { kind: 'refused', text: why } : { kind: 'sending', sentBytes, totalBytes: bytes, text }
      }
      action={
        <IconButton
          icon={X}
          label={state === 'refused' ? words.putAway(shown) : words.stop(shown)}
          onClick={() => queue.drop(clientId)}
        />
      }
    />
  );
}
