import { Paperclip } from 'lucide';
import { useRef } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { IconButton } from './icon-button.tsx';

/** The paper clip beside Send: opens the system's own dialog for one file or several. */
export function AttachButton({
  onFiles,
  keyHint,
}: {
  onFiles: (files: readonly File[]) => void;
  keyHint?: string | undefined;
}) {
  const words = useComponentTexts().file;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon={Paperclip} label={words.attach} keyHint={keyHint} onClick={() => input.current?.click()} />
      <input
        ref={input}
        hidden
        type="file"
        multiple
        aria-label={words.attach}
        onChange={(event) => {
          const field = event.currentTarget;
          const chosen = [...(field.files ?? [])];
          // The same file can be chosen again.
          field.value = '';
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </>
  );
}
