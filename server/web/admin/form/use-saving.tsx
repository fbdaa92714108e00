import type { ComponentChildren } from 'preact';
import { texts } from '../../texts/admin-en.ts';
import { usePanel } from '../frame/panel-context.ts';
import { UnsavedBar } from './unsaved-bar.tsx';
import type { Form } from './use-form.ts';
import { useSending } from './use-sending.ts';
import { useUnsaved } from './use-unsaved.ts';

/** What of a form this needs: all that `useForm` makes, or just how to go back to what is saved. */
type Typed<Values> = Pick<Form<Values>, 'discard'> & Partial<Pick<Form<Values>, 'values' | 'check' | 'sent'>>;

/** What a form has that is not saved yet, and what becomes of it. */
export interface Unsaved<Values> {
  readonly form: Typed<Values>;
  /** What differs from what is saved, in words; nothing when all is as saved. */
  readonly changes: readonly string[];
  /** Asked of the server before it is sent, such as how much it would remove. False holds it until `send` is called. */
  mayGo?(): Promise<boolean>;
  /** Sends it, and takes what the server has then as saved. */
  store(): Promise<void>;
  /** May take an error of `store` as its own by returning true. */
  onError?(error: unknown): boolean;
}

/** How what is not saved is saved. */
export interface Saving {
  /** The bar that lists the changes, with Discard and Save; nothing when all is as saved. */
  readonly bar: ComponentChildren;
  readonly isBusy: boolean;
  /** Why the last try failed; the bar says it too, unless a dialog lies over it. */
  readonly failure: string | undefined;
  /** Saves what has changed, if it may be sent. */
  save(): void;
  /** Sends it without asking again. */
  send(): void;
}

/** Lists what is not saved, asks before the page is left with it, and saves it: what every form with such a bar does. */
export function useSaving<Values>({ form, changes, mayGo, store, onError }: Unsaved<Values>): Saving {
  const { model } = usePanel();
  const sending = useSending();
  const isUnsaved = changes.length > 0;
  useUnsaved(isUnsaved);
  const storeAndSay = async () => {
    const sent = form.values;
    await store();
    if (sent !== undefined) form.sent?.(sent);
    model.say(texts.unsaved.saved);
  };
  const save = () => {
    if (!isUnsaved || form.check?.() === false) return;
    void sending.run(async () => {
      if ((await mayGo?.()) !== false) await storeAndSay();
    }, onError);
  };
  return {
    bar: isUnsaved ? (
      <UnsavedBar changes={changes} sending={sending} onDiscard={form.discard} onSave={save} />
    ) : undefined,
    isBusy: sending.isBusy,
    failure: sending.failure,
    save,
    send: () => void sending.run(storeAndSay, onError),
  };
}
