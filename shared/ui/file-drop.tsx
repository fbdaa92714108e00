import { Upload } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import { pastedFiles } from './pasted-files.ts';
import './file-bubble.css';

type FileDropProps = {
  onFiles: (files: readonly File[]) => void;
  /** Takes pasted pictures as well: where the composer is drawn, so that nobody pastes into a chat out of sight. */
  pastes?: boolean | undefined;
};

/**
 * Takes files that are dropped anywhere on the page, as long as it is mounted. The paper clip does the same for whoever
 * cannot drag.
 */
export function FileDrop({ onFiles, pastes = false }: FileDropProps) {
  const words = useComponentTexts().file;
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    // A picture of this page that is dragged about is called a file, too.
    let isOwn = false;
    const begin = () => (isOwn = true);
    const end = () => (isOwn = false);
    const over = (event: DragEvent) => {
      if (isOwn || event.dataTransfer?.types.includes('Files') !== true) return;
      // Else the browser would leave the page and show the file in its place.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isOwn || files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    const done = new AbortController();
    document.addEventListener('dragstart', begin, done);
    document.addEventListener('dragend', end, done);
    document.addEventListener('dragover', over, done);
    document.addEventListener('dragleave', leave, done);
    document.addEventListener('drop', drop, done);
    if (pastes) document.addEventListener('paste', paste, done);
    return () => done.abort();
  }, [pastes]);
  if (!isOver) return null;
  return (
    <div class="rh-drop-hint" aria-hidden="true">
      <Icon icon={Upload} size={24} />
      {words.drop}
    </div>
  );
}
