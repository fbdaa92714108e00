import { useEffect, useState } from 'preact/hooks';
import { isTyping } from './is-typing.ts';
import './file-bubble.css';

/**
 * Keeps the page where it is when something is dropped that nothing on it takes: the browser would show the file, or the
 * address, in its place, and what was being done would be gone. Says so in `words` while a file is held over it.
 */
export function StrayFiles({ words }: { words: string }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      const isStray = !event.defaultPrevented && wouldLeave(event);
      if (isStray) {
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
      }
      setOver(isStray && isFile(event));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.defaultPrevented && wouldLeave(event)) event.preventDefault();
    };
    const done = new AbortController();
    // Around the document, because whatever takes files listens there or further in.
    window.addEventListener('dragover', over, done);
    window.addEventListener('dragleave', leave, done);
    window.addEventListener('drop', drop, done);
    return () => done.abort();
  }, []);
  return (
    <div role="status">
      {isOver && (
        <div class="rh-drop-hint" data-stray="true">
          {words}
        </div>
      )}
    </div>
  );
}

/* A field for files takes them by itself, and one for text an address. */
function wouldLeave(event: DragEvent): boolean {
  const { target } = event;
  if (isFile(event)) return !(target instanceof Element && target.matches('input[type="file"]'));
  return event.dataTransfer?.types.includes('text/uri-list') === true && !isTyping(target);
}

function isFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
