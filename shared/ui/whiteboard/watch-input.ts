/** Keys, pasted and dropped files, wherever in the whiteboard the focus is. */

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
      event.preventDefault();
      onFile(picture);
    },
    { signal },
  );
  // Without it the browser opens what is dropped in place of the page.
  box.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  box.addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    },
    { signal },
  );
  return () => over.abort();
}

/** Whether a key belongs to a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
