import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { isComposing } from './is-composing.ts';
import { Segments } from './segments.tsx';
import { useArmed } from './use-armed.ts';
import './consent-sheet.css';

/** How long a press on Yes is ignored after the question appeared. */
export const ARM_AFTER_MS = 500;

/** One length of time that may be granted, with the button that says it. */
export type ConsentTerm<Term extends string> = {
  term: Term;
  /** In the choice: `15 minutes`, `30`, `This session`. */
  label: string;
  /** On the button: `Yes, for 15 minutes`. */
  yes: string;
};

/** What stops it, or what is not included (`soft`). */
export type ConsentRow = { icon: IconNode; text: string; soft?: boolean | undefined };

type ConsentSheetProps<Term extends string> = {
  /** Names this asking: a new id is a new question, disarmed and on its first term. */
  askId: string;
  who: { name: string; pictureUrl?: string | undefined };
  /** "Let Ines use your mouse and keyboard?" Names in it must come through `safeName`. */
  question: string;
  /** Who asks, for whom, and what is so already. */
  detail: string;
  scope: { icon: IconNode; text: string };
  /** The first is chosen unless `defaultTerm` says another. */
  terms: readonly [ConsentTerm<Term>, ...ConsentTerm<Term>[]];
  defaultTerm?: Term | undefined;
  rows: readonly ConsentRow[];
  /** "Did a stranger call you …? Then say no." */
  warning: string;
  words: { no: string; askFirst: string; answer: string; termLabel: string };
  onYes: (term: Term) => void;
  onNo: () => void;
  /** The customer wants to ask back: the sheet has folded to one row, focus belongs to the composer now. */
  onAskFirst?: (() => void) | undefined;
  clock?: Clock | undefined;
};

/** Asks the customer for one grant. No has the focus and is Esc; Yes works only after half a second. */
export function ConsentSheet<Term extends string>(props: ConsentSheetProps<Term>) {
  const { askId, question, words, onNo, onYes } = props;
  const [foldedAsk, setFoldedAsk] = useState<string>();
  const [chosen, setChosen] = useState<{ askId: string; term: Term }>();
  const isFolded = foldedAsk === askId;
  const isArmed = useArmed(`${askId} ${isFolded}`, ARM_AFTER_MS, props.clock ?? systemClock);
  const no = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (isFolded) return undefined;
    // Without scrolling: on a low screen the question comes first, and the answers stick to the bottom anyway.
    no.current?.focus({ preventScroll: true });
    return onEscape(onNo);
  }, [askId, isFolded]);

  const wanted = chosen?.askId === askId ? chosen.term : props.defaultTerm;
  const term = props.terms.find((candidate) => candidate.term === wanted) ?? props.terms[0];

  if (isFolded)
    return (
      <section class="rh-consent rh-consent-folded" aria-label={question}>
        <p class="rh-consent-folded-words">{question}</p>
        <Button onClick={onNo}>{words.no}</Button>
        <Button onClick={() => setFoldedAsk(undefined)}>{words.answer}</Button>
      </section>
    );
  return (
    <section class="rh-consent" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-detail`}>
      <header class="rh-consent-head">
        <Avatar {...props.who} size={44} kind="staff" />
        <div>
          <h2 id={`${id}-title`} class="rh-consent-title">
            {question}
          </h2>
          <p id={`${id}-detail`} class="rh-consent-detail">
            {props.detail}
          </p>
        </div>
      </header>
      <ul class="rh-consent-rows">
        <li class="rh-consent-row">
          <Icon icon={props.scope.icon} />
          <span class="rh-consent-row-words">{props.scope.text}</span>
          <Segments
            label={words.termLabel}
            kind="live"
            segments={props.terms.map((choice) => ({ value: choice.term, label: choice.label }))}
            value={term.term}
            onValue={(value) => setChosen({ askId, term: value })}
          />
        </li>
        {props.rows.map((row) => (
          <li key={row.text} class={row.soft === true ? 'rh-consent-row rh-soft' : 'rh-consent-row'}>
            <Icon icon={row.icon} />
            <span class="rh-consent-row-words">{row.text}</span>
          </li>
        ))}
      </ul>
      <p class="rh-consent-warning">{props.warning}</p>
      <div class="rh-consent-answers">
        <Button ref={no} onClick={onNo}>
          {words.no}
        </Button>
        <Button kind="consent" aria-disabled={!isArmed} onClick={() => isArmed && onYes(term.term)}>
          {term.yes}
        </Button>
        <span class="rh-consent-ask">
          <Button
            kind="quiet"
            onClick={() => {
              setFoldedAsk(askId);
              props.onAskFirst?.();
            }}
          >
            {words.askFirst}
          </Button>
        </span>
      </div>
    </section>
  );
}

/* On the whole page, because a customer in fright may press Esc anywhere. A menu that used the key keeps it. */
function onEscape(act: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
