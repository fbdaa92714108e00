import { Download, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { IconButton } from './icon-button.tsx';
import { OutsideText } from './outside-text.tsx';
import './file-bubble.css';

type PictureViewProps = {
  name: string;
  /** The address of the large picture. */
  load: () => Promise<string | undefined>;
  /** Shown until then. */
  before: string | undefined;
  onSave: () => void;
  onClose: () => void;
};

/** A picture over everything, as large as the window lets it be. Mount it to open it; Esc and a press beside it close. */
export function PictureView({ name, load, before, onSave, onClose }: PictureViewProps) {
  const texts = useComponentTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState(before);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Beside the picture: the backdrop counts as the dialog itself.
    const pressBeside = (event: MouseEvent) => event.target === element && onClose();
    element?.addEventListener('click', pressBeside);
    let isHere = true;
    void load().then((found) => isHere && found !== undefined && setAddress(found));
    return () => {
      isHere = false;
      element?.removeEventListener('click', pressBeside);
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="rh-picture-view"
      aria-labelledby={id}
      onKeyDown={(event) => {
        // Esc belongs to the uppermost: a consent sheet below must not hear it as its No.
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="rh-picture-view-head">
        <h2 id={id}>
          <OutsideText as="file" text={name} />
        </h2>
        <IconButton icon={Download} label={texts.file.download} onClick={onSave} />
        <IconButton icon={X} label={texts.close} onClick={onClose} />
      </div>
      {address === undefined ? <p role="status">{texts.file.loading}</p> : <img src={address} alt={name} />}
    </dialog>
  );
}
