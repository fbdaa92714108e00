import { Upload } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import './file-bubble.css';

/**
 * Takes files that are dropped anywhere on the page, and pictures that are pasted, as long as it is mounted. The paper clip
 * does the same for whoever cannot drag.
 */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
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
      // Something further in takes them.
      if (event.defaultPrevented) return setOver(false);
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
      if (event.defaultPrevented || isOwn || files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      // A table or a text brings a picture of itself along: then the words are meant.
      if (data === null || data.types.includes('text/plain')) return;
      const files = [...data.files];
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
    document.addEventListener('paste', paste, done);
    return () => done.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div class="rh-drop-hint" aria-hidden="true">
      <Icon icon={Upload} size={24} />
      {words.drop}
    </div>
  );
}
