import { Check, LogOut } from 'lucide';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { duration } from '../../../shared/ui/format-time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import type { Gone, RequestRow } from '../../port/view-state.ts';
import { texts } from '../../texts/en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { Offer } from './offer.tsx';
import './requests-room.css';

/** Whoever waits: the next one as a card with all that is known, then the queue in its order. */
export function RequestsRoom() {
  const { desk } = useView();
  const rows = desk.requests.value;
  const first = desk.waiting.value[0]?.request;
  const words = texts.requests;
  if (rows.length === 0) {
    const isSilent = desk.settings.value.sound === 'off' || desk.desk.value?.presence === 'away';
    return <EmptyState text={isSilent ? words.nobodySilent : words.nobody} />;
  }
  return (
    <>
      {first !== undefined && (
        <div class="ext-offer-place">
          <Offer request={first} />
        </div>
      )}
      <header class="ext-queue-head">
        <h2 class="ext-queue-title">
          {words.waiting} <span class="rh-faint rh-numbers">{desk.waiting.value.length}</span>
        </h2>
      </header>
      <List label={words.waiting}>
        {rows.map((row) => (
          <QueueRow key={row.request.id} row={row} isOffered={row.request.id === first?.id} />
        ))}
      </List>
    </>
  );
}

function QueueRow({ row: { request, gone }, isOffered }: { row: RequestRow; isOffered: boolean }) {
  const { desk } = useView();
  const panel = usePanel();
  const now = useNow(desk.clock, gone === null);
  const words = texts.requests;
  return (
    <ListRow
      start={gone === null ? request.position : <Icon icon={gone.how === 'taken' ? Check : LogOut} />}
      title={<OutsideText text={request.name} />}
      detail={gone === null ? <OutsideText text={request.reason} /> : goneWords(gone)}
      meta={gone === null ? <OutsideText text={request.channelName} /> : undefined}
      end={duration(now - request.createdAt)}
      gone={gone !== null}
      current={isOffered}
      action={
        isOffered ? undefined : (
          <Button
            aria-label={words.acceptName(safeName(request.name))}
            busy={panel.claiming.value === request.id}
            busyText={words.accepting}
            onClick={() => void panel.claim(request.id)}
          >
            {words.accept}
          </Button>
        )
      }
    />
  );
}

function goneWords(gone: Gone): string {
  const words = texts.requests;
  if (gone.how === 'left') return words.left;
  return gone.mine ? words.takenByYou : words.takenBy(safeName(gone.by));
}
