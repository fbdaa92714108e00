import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { useComponentTexts } from './component-texts.ts';
import { OutsideText } from './outside-text.tsx';
import { Ring } from './ring.tsx';
import { useCountdown } from './use-countdown.ts';
import './offer-card.css';

/** One line of what is known: `Phone`, `E-mail`, `Computer`. */
export type OfferRow = { label: string; value: ComponentChildren };

type OfferCardProps = {
  name: string;
  pictureUrl?: string | undefined;
  /** "Software · waiting 2:48" */
  line: string;
  /** The reason in a few words, drawn strong before the message. */
  reason?: string | undefined;
  message?: string | undefined;
  /** What the customer added, small: an `<img alt>` in a link. */
  picture?: ComponentChildren;
  rows?: readonly OfferRow[] | undefined;
  /** Unix time in ms when the offer passes on, and how long it ran in all; without them it stays until it is taken. */
  untilMs?: number | undefined;
  totalMs?: number | undefined;
  words: { accept: string; pass: string; accepting?: string | undefined };
  acceptKey?: string | undefined;
  passKey?: string | undefined;
  accepting?: boolean | undefined;
  onAccept: () => void;
  /** Without it the offer cannot be passed on. */
  onPass?: (() => void) | undefined;
  /** A menu button after Pass. */
  more?: ComponentChildren;
  /** In a session: one row of 56 px. */
  compact?: boolean | undefined;
  clock?: Clock | undefined;
};

/** A request put before this rep, with its seconds. Announced as an alert; never takes the focus from typing. */
export function OfferCard(props: OfferCardProps) {
  const { name, line, compact, words } = props;
  const id = useId();
  const texts = useComponentTexts();
  const countdown = useCountdown(props.untilMs ?? 0, props.clock ?? systemClock);
  const ring = props.untilMs !== undefined && props.totalMs !== undefined && (
    <Ring value={countdown.secondsLeft * 1000} max={props.totalMs} text={String(countdown.secondsLeft)} />
  );
  const accept = (
    <Button
      kind="primary"
      size={compact === true ? 'normal' : 'main'}
      wide={compact !== true}
      keyHint={compact === true ? undefined : props.acceptKey}
      busy={props.accepting}
      busyText={words.accepting}
      onClick={props.onAccept}
    >
      {words.accept}
    </Button>
  );
  const spoken = (
    <span class="rh-unseen" role="status">
      {countdown.isReadAloud ? texts.secondsLeft(countdown.secondsLeft) : ''}
    </span>
  );
  if (compact === true)
    return (
      <section
        class="rh-offer rh-offer-compact"
        role="alertdialog"
        aria-labelledby={id}
        aria-describedby={`${id}-line`}
      >
        <div class="rh-offer-words">
          <p id={id} class="rh-offer-name">
            <OutsideText text={name} />
          </p>
          <p id={`${id}-line`} class="rh-offer-line">
            {props.reason === undefined ? line : <OutsideText text={props.reason} />}
          </p>
        </div>
        {ring}
        {accept}
        {spoken}
      </section>
    );
  return (
    <section class="rh-offer" role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-line`}>
      <div class="rh-offer-head">
        <Avatar name={name} pictureUrl={props.pictureUrl} size={36} />
        <div class="rh-offer-words">
          <h2 id={id} class="rh-offer-name">
            <OutsideText text={name} />
          </h2>
          <p id={`${id}-line`} class="rh-offer-line">
            {line}
          </p>
        </div>
        {ring}
      </div>
      <OfferBody {...props} />
      <div class="rh-offer-foot">
        {accept}
        {props.onPass !== undefined && (
          <Button size="main" keyHint={props.passKey} onClick={props.onPass}>
            {words.pass}
          </Button>
        )}
        {props.more}
        {spoken}
      </div>
    </section>
  );
}

function OfferBody({ reason, message, picture, rows = [] }: OfferCardProps) {
  return (
    <div class="rh-offer-body">
      <div class="rh-offer-said">
        <p class="rh-offer-message">
          {reason !== undefined && (
            <b>
              <OutsideText text={reason} />{' '}
            </b>
          )}
          {message !== undefined && <OutsideText as="message" text={message} />}
        </p>
        {picture !== undefined && <div class="rh-offer-picture">{picture}</div>}
      </div>
      {rows.length > 0 && (
        <dl class="rh-offer-rows">
          {rows.map((row) => (
            <div key={row.label} class="rh-offer-row">
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
