/** Keys, pasted and dropped files, wherever in the whiteboard the focus is. */
import { isTyping } from '../is-typing.ts';

interface BoardInput {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFile: (file: File) => void;
}

/** Until the returned function is called. Listens to the box itself, which is nothing to press. */
export function watchInput(box: HTMLElement, { onKey, onFile }: BoardInput): () => void {
  const over = new AbortController();
  const { signal } = over;
  box.addEventListener('keydown', onKey, { signal });
  box.addEventListener(
    'paste',
    (event) => {
      const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (picture === undefined || isTyping(event.target)) return;
      take(event);
      onFile(picture);
    },
    { signal },
  );
  // Without it the browser opens what is dropped in place of the page.
  box.addEventListener('dragover', take, { signal });
  box.addEventListener(
    'drop',
    (event) => {
      take(event);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    },
    { signal },
  );
  return () => over.abort();
}

/* The page around takes files too, and would send this one into the chat. */
function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
