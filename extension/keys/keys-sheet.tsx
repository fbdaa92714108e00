import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { KeyHint } from '../../shared/ui/key-hint.tsx';
import { texts } from '../texts/en.ts';
import './keys-sheet.css';

type ShownKey = { readonly drawn: string; readonly text: string };

type KeysSheetProps = {
  keys: readonly ShownKey[];
  /** Below the table: keys of other places. */
  children?: ComponentChildren;
  onClose: () => void;
};

/** All keys on one sheet, and how to reach what has none. */
export function KeysSheet({ keys, children, onClose }: KeysSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} class="ext-keys" aria-label={texts.keys.title} onClose={onClose}>
      <h2 class="ext-keys-title">{texts.keys.title}</h2>
      <KeyTable keys={keys} />
      <p class="ext-keys-place">{texts.keys.others}</p>
      {children}
      <Button size="main" onClick={onClose}>
        {texts.keys.close}
      </Button>
    </dialog>
  );
}

/** Keys and what they do, one a line. */
export function KeyTable({ keys }: { keys: readonly ShownKey[] }) {
  return (
    <dl class="ext-keys-list">
      {keys.map(({ drawn, text }) => (
        <div key={drawn} class="ext-keys-line">
          <dt>
            <KeyHint keys={drawn} />
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
