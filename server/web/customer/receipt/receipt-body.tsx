import {
  CircleDot,
  Clipboard,
  EyeOff,
  Folder,
  MousePointer2Off,
  PackageX,
  ShieldAlert,
  ShieldCheck,
  SquareTerminal,
} from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fingerprintOf, inGroups } from '../../../../shared/contract/receipt.ts';
import { calendarDay, clockTime } from '../../../../shared/ui/format-time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import { SessionFacts } from '../summary/session-facts.tsx';
import { DoneList, Transcript } from './done-list.tsx';
import { notDone } from './not-done.ts';
import type { NotDone } from './not-done.ts';
import type { ReadReceipt } from './read-receipt.ts';
import { receiptLines } from './receipt-lines.ts';
import type { OpenReceipt } from './use-receipt.ts';
import { whoHelped } from './who-helped.ts';

const notDoneIcons: Record<NotDone, IconNode> = {
  seen: EyeOff,
  controlled: MousePointer2Off,
  recorded: CircleDot,
  files: Folder,
  commands: SquareTerminal,
  clipboard: Clipboard,
  installed: PackageX,
};

/** What a receipt says, and whether it is as it was. */
export function ReceiptBody({ receipt }: { receipt: OpenReceipt }) {
  const { read, judgement } = receipt;
  const { done, written } = receiptLines(read, judgement.faults);
  return (
    <>
      <Trouble receipt={receipt} />
      <Facts read={read} />
      <section aria-labelledby="receipt-done">
        <h2 id="receipt-done">{words.done}</h2>
        <DoneList lines={done} />
      </section>
      {judgement.verdict !== 'changed' && <NotDoneList read={read} />}
      <Unfolded title={words.written(written.length)}>
        <Transcript lines={written} />
      </Unfolded>
      <Fingerprint receipt={receipt} />
      <Unfolded title={words.proof.title}>
        {words.proof.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Unfolded>
      <p class="receipt-zone rh-soft">{words.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
    </>
  );
}

/** Loud: what does not fit, before anything else is read. */
function Trouble({ receipt: { judgement } }: { receipt: OpenReceipt }) {
  const { verdict, faults, isSealBroken, isOtherLink } = judgement;
  if (verdict === 'own-word') return <Notice kind="caution">{words.foreign}</Notice>;
  if (verdict === 'unchanged') return null;
  const entries = faults.filter(({ seq }) => seq !== 0).length;
  const sentences = [
    ...(entries > 0 ? [words.trouble.entries(entries)] : []),
    ...(entries < faults.length ? [words.trouble.head] : []),
    ...(isSealBroken ? [words.trouble.seal] : []),
    ...(isOtherLink ? [words.trouble.link] : []),
    words.trouble.act,
  ];
  return (
    <Notice kind="danger" title={words.trouble.title} alert>
      {sentences.join(' ')}
    </Notice>
  );
}

function Facts({ read: { head, items } }: { read: ReadReceipt }) {
  if (head === undefined) return <Notice kind="danger">{words.unreadable}</Notice>;
  const { summary, organisation } = head;
  const { startedAt, endedAt, reason, customer, facts } = summary;
  const entries = items.flatMap(({ entry }) => entry ?? []);
  const helpers = whoHelped(entries, summary);
  const isOne = helpers.length === 1;
  const helped = isOne
    ? helpers.map(({ name }) => name)
    : helpers.map(({ name, from, to }) => words.facts.helper(name, clockTime(from), clockTime(to)));
  const routes = entries.flatMap(({ known }) => (known?.kind === 'screen-shown' ? [known.route] : []));
  const route = routes.includes('gateway') ? words.facts.gateway : routes.includes('direct') ? words.facts.direct : '';
  const rows = [
    { name: words.facts.organisation, value: organisation },
    { name: words.facts.helpedBy, value: helped.join('; ') },
    { name: words.facts.for, value: customer },
    { name: words.facts.day, value: calendarDay(startedAt) },
    { name: words.facts.fromTo, value: `${clockTime(startedAt)} – ${clockTime(endedAt)}` },
    { name: words.facts.computer, value: facts?.computer ?? '' },
    { name: words.facts.link, value: route },
    { name: words.facts.about, value: reason },
  ];
  return <SessionFacts rows={rows} />;
}

/** Left out where something was changed: nobody can say then what was not. */
function NotDoneList({ read: { head, items } }: { read: ReadReceipt }) {
  if (head === undefined) return null;
  const absent = notDone(
    items.flatMap(({ entry }) => entry ?? []),
    head.summary,
  );
  return (
    <section aria-labelledby="receipt-not">
      <h2 id="receipt-not">{words.notDone}</h2>
      {absent.length === 0 && <p class="rh-soft">{words.everythingDone}</p>}
      <ul class="receipt-not">
        {absent.map((what) => (
          <li key={what}>
            <Icon icon={notDoneIcons[what]} size={18} />
            {words.not[what]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fingerprint({ receipt: { seal, read, judgement } }: { receipt: OpenReceipt }) {
  const endedAt = read.head?.summary.endedAt ?? seal.sealedAt;
  const state = {
    unchanged: { kind: 'ok', icon: ShieldCheck, text: words.unchanged(clockTime(endedAt)) },
    'own-word': { kind: 'ok', icon: ShieldCheck, text: words.ownWord },
    changed: { kind: 'danger', icon: ShieldAlert, text: words.changed },
  }[judgement.verdict];
  return (
    <div class="receipt-print">
      <span class="rh-unseen">{words.fingerprint}: </span>
      <code>{inGroups(fingerprintOf(seal.hash))}</code>
      <span class="receipt-print-count">{words.chained(seal.entries)}</span>
      <strong class={`receipt-print-state receipt-print-${state.kind}`}>
        <Icon icon={state.icon} size={18} />
        {state.text}
      </strong>
    </div>
  );
}

/** Folded on the page, unfolded on paper. */
function Unfolded({ title, children }: { title: string; children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = () => details.current?.setAttribute('open', '');
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, []);
  return (
    <details ref={details} class="receipt-details">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
