import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { KeyHint } from '../../shared/ui/key-hint.tsx';
import { thisBrowser } from '../platform/this-browser.ts';
import { texts } from '../texts/en.ts';
import { useView } from '../view/view-context.ts';
import { usePanel } from './panel-context.ts';
import { browserKeys, panelKeys } from './panel-keys.ts';
import './keys-sheet.css';

/** All keys on one sheet. */
export function KeysSheet() {
  const view = useView();
  const panel = usePanel();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  const close = () => {
    panel.areKeysShown.value = false;
  };
  return (
    <dialog ref={sheet} class="ext-keys" aria-label={texts.keys.title} onClose={close}>
      <h2 class="ext-keys-title">{texts.keys.title}</h2>
      <KeyTable keys={panelKeys(view, panel)} />
      <BrowserKeys />
      <Button size="main" onClick={close}>
        {texts.keys.close}
      </Button>
    </dialog>
  );
}

/** Keys of the browser: those that work everywhere in it, and those that it never lets through to the customer. */
export function BrowserKeys() {
  const kept = texts.keys.kept[thisBrowser];
  return (
    <>
      <p class="ext-keys-place">{texts.keys.anywhere}</p>
      <KeyTable keys={browserKeys} />
      {kept !== null && <p class="ext-keys-place">{kept}</p>}
    </>
  );
}

/** Keys and what they do, one a line. */
export function KeyTable({ keys }: { keys: readonly { drawn: string; text: string }[] }) {
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
