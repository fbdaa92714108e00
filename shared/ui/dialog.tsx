import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import './dialog.css';

type DialogProps = {
  /** The title is the question. */
  title: string;
  /** What will happen, and to whom. */
  children?: ComponentChildren;
  /** The button that changes nothing: "Keep it". Has the focus; Esc does the same. */
  harmless: string;
  onHarmless: () => void;
  /** The button repeats the verb: "Delete account". Without it there is only something to look at. */
  act?: string | undefined;
  onAct?: (() => void) | undefined;
  /** `danger` for what cannot be undone. */
  actKind?: 'primary' | 'danger' | undefined;
  acting?: boolean | undefined;
  actingText?: string | undefined;
  /** Why `act` cannot be pressed yet. */
  actDisabledReason?: string | undefined;
};

/** A question over everything. Mount it to open it; the browser's own `<dialog>` keeps the focus inside. */
export function Dialog(props: DialogProps) {
  const { title, children, harmless, onHarmless, act, onAct, actKind = 'primary' } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    safe.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="rh-dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => {
        // Esc belongs to the uppermost question: a consent sheet below must not hear it as its No.
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onCancel={(event) => {
        // Closing belongs to the caller, who unmounts it: what is shown and what is so never differ.
        event.preventDefault();
        onHarmless();
      }}
    >
      <h2 id={`${id}-title`} class="rh-dialog-title">
        {title}
      </h2>
      <div id={`${id}-text`} class="rh-dialog-text">
        {children}
      </div>
      <div class="rh-dialog-buttons">
        <Button ref={safe} size="main" onClick={onHarmless}>
          {harmless}
        </Button>
        {act !== undefined && (
          <Button
            kind={actKind === 'danger' ? 'danger-filled' : 'primary'}
            size="main"
            busy={props.acting}
            busyText={props.actingText}
            disabledReason={props.actDisabledReason}
            onClick={onAct}
          >
            {act}
          </Button>
        )}
      </div>
    </dialog>
  );
}
