import type { Offer as Deadline } from '../../../shared/contract/offer-operations.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import { calendarDay, clockTime } from '../../../shared/ui/format-time.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { OfferCard } from '../../../shared/ui/offer-card.tsx';
import type { OfferRow } from '../../../shared/ui/offer-card.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { useElapsed } from '../../../shared/ui/use-countdown.ts';
import { briefRows } from '../../members/brief-rows.tsx';
import { texts } from '../../texts/en.ts';
import { memberTexts } from '../../texts/members-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

type OfferProps = { offer: Deadline; request: WaitingRequest; compact?: boolean };

/** What is put before this rep, with the seconds that are left: who asks, for what, and how to reach them. `compact` inside a session. */
export function Offer({ offer, request, compact = false }: OfferProps) {
  const { desk } = useView();
  const panel = usePanel();
  const waited = useElapsed(request.createdAt, desk.clock);
  const words = texts.requests;
  const assignedBy = offer.assignedBy === undefined ? undefined : safeName(offer.assignedBy);
  return (
    <OfferCard
      name={request.name}
      line={lineOf(request, waited)}
      reason={
        compact && assignedBy !== undefined
          ? words.assignedReason(assignedBy, request.reason)
          : request.message === ''
            ? request.reason
            : asSentence(request.reason)
      }
      message={request.message}
      rows={rowsOf(request, assignedBy)}
      untilMs={offer.dueAt}
      totalMs={offer.dueAt - offer.madeAt}
      words={{ accept: words.accept, pass: words.pass, accepting: words.accepting }}
      acceptKey="Alt A"
      passKey="Alt P"
      accepting={panel.claiming.value === request.id}
      onAccept={() => void panel.claim(request.id)}
      onPass={() => void panel.pass()}
      compact={compact}
      clock={desk.clock}
    />
  );
}

function lineOf({ channelName, lostBy, givenBy }: WaitingRequest, waited: string): string {
  const channel = safeName(channelName);
  if (givenBy !== undefined) return memberTexts.givenLine(channel, safeName(givenBy));
  return lostBy === null ? texts.requests.line(channel, waited) : texts.requests.lostLine(channel, safeName(lostBy));
}

/* The reason stands before the message, in the same paragraph. */
function asSentence(reason: string): string {
  return /[.!?…。？！]$/u.test(reason) ? reason : `${reason}.`;
}

function rowsOf(request: WaitingRequest, assignedBy: string | undefined): OfferRow[] {
  const words = texts.requests;
  const rows: OfferRow[] = briefRows(request.brief);
  if (assignedBy !== undefined) rows.push({ label: words.assignedBy, value: <b>{assignedBy}</b> });
  if (request.incident) rows.push({ label: words.incident, value: <OutsideText text={request.incident.name} /> });
  if (request.phone !== '') {
    rows.push({
      label: words.phone,
      value: <Link href={`tel:${request.phone.replaceAll(/[^+0-9]/g, '')}`}>{request.phone}</Link>,
    });
  }
  if (request.email !== '') rows.push({ label: words.email, value: <OutsideText text={request.email} /> });
  rows.push({ label: words.since, value: words.at(calendarDay(request.createdAt), clockTime(request.createdAt)) });
  return rows;
}
