import { useState } from 'preact/hooks';
import type { MemberAsk } from '../../../shared/contract/member.ts';
import { clockTime } from '../../../shared/ui/format-time.ts';
import { OfferCard } from '../../../shared/ui/offer-card.tsx';
import type { OfferRow } from '../../../shared/ui/offer-card.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { briefRows } from '../../members/brief-rows.tsx';
import { memberTexts } from '../../texts/members-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

const words = memberTexts.ask;

/** What other representatives ask of this one, in whichever room: to come in, or to go on, with what they should know. */
export function AskCards() {
  const { desk } = useView();
  const [ask] = desk.desk.value?.asks ?? [];
  return ask === undefined ? null : <AskCard key={ask.id} ask={ask} />;
}

function AskCard({ ask }: { ask: MemberAsk }) {
  const { desk, orders } = useView();
  const panel = usePanel();
  const [isAccepting, setAccepting] = useState(false);
  const by = safeName(ask.by.name);
  const accept = async () => {
    setAccepting(true);
    const go = panel.wayFromHere();
    const answer = await orders.give('members.answer', { ask: ask.id, accept: true });
    setAccepting(false);
    const session = answer?.session?.id;
    if (session !== undefined) go(session);
  };
  return (
    <div class="ext-offer-place">
      <OfferCard
        name={safeName(ask.customer)}
        line={ask.what === 'invitation' ? words.line.invitation(by) : words.line.transfer(by, safeName(ask.owner))}
        reason={ask.reason === '' ? undefined : ask.reason}
        rows={rowsOf(ask)}
        untilMs={ask.dueAt}
        totalMs={ask.dueAt - ask.madeAt}
        words={{ accept: words.accept[ask.what], pass: words.decline, accepting: words.accepting }}
        accepting={isAccepting}
        onAccept={() => void accept()}
        onPass={() => void orders.give('members.answer', { ask: ask.id, accept: false })}
        clock={desk.clock}
      />
    </div>
  );
}

function rowsOf({ what, hands, brief, channelName, startedAt }: MemberAsk): OfferRow[] {
  const rows = what === 'invitation' ? [{ label: words.youMay, value: words.hands[hands] }] : briefRows(brief);
  const channel = channelName === '' ? [] : [{ label: words.channel, value: safeName(channelName) }];
  return [...rows, ...channel, { label: words.since, value: clockTime(startedAt) }];
}
