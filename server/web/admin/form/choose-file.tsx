import { useRef } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';

type ChooseFileProps = {
  /** What the button says. */
  text: string;
  /** Types and endings that the browser offers, such as `image/png`. The file itself may be anything. */
  accept: string;
  onFile: (file: File) => void;
  busy: boolean;
  busyText?: string | undefined;
  size?: 'main' | undefined;
};

/** A button that leads to the browser's own choice of a file. */
export function ChooseFile({ text, accept, onFile, ...button }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={text}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file again must be a change again.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
