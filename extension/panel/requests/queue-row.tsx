import { Check, ChevronsUp, EllipsisVertical, LogOut } from 'lucide';
import type { Priority } from '../../../shared/contract/queue-settings.ts';
import { Priority as Priorities } from '../../../shared/contract/queue-settings.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { duration } from '../../../shared/ui/format-time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { ListRow } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Tag } from '../../../shared/ui/tag.tsx';
import type { Gone, RequestRow } from '../../port/view-state.ts';
import { texts } from '../../texts/en.ts';
import { memberTexts } from '../../texts/members-en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

const words = texts.requests;

/** Somebody in line: their place, what for, since when and how pressing; taken straight from here, whoever is asked. */
export function QueueRow({ row: { request, gone }, isMine }: { row: RequestRow; isMine: boolean }) {
  const { desk } = useView();
  const now = useNow(desk.clock, gone === null);
  return (
    <ListRow
      start={gone === null ? request.position : <Icon icon={gone.how === 'taken' ? Check : LogOut} />}
      title={
        <>
          <OutsideText text={request.name} /> {gone === null && <PriorityTag priority={request.priority} />}
        </>
      }
      detail={gone === null ? <OutsideText text={request.reason} /> : goneWords(gone)}
      meta={gone === null ? <Standing request={request} isMine={isMine} /> : undefined}
      end={duration(now - request.createdAt)}
      gone={gone !== null}
      current={isMine}
      action={<RowActions request={request} isMine={isMine} />}
    />
  );
}

function PriorityTag({ priority }: { priority: Priority }) {
  if (priority === 'normal') return null;
  const isRaised = priority !== 'low';
  return (
    <Tag kind={isRaised ? 'wait' : 'quiet'} {...(isRaised ? { icon: ChevronsUp } : {})}>
      {words.priorities[priority]}
    </Tag>
  );
}

/** The channel, and before whom it is put. */
function Standing({ request, isMine }: { request: WaitingRequest; isMine: boolean }) {
  return (
    <span class="ext-queue-standing">
      <OutsideText text={request.channelName} />
      {request.lostBy !== null && <span>{words.lostBy(safeName(request.lostBy))}</span>}
      {request.givenBy !== undefined && <span>{memberTexts.givenBy(safeName(request.givenBy))}</span>}
      {isMine && <b class="ext-queue-mine">{words.offeredToYou}</b>}
      {!isMine && request.offeredTo !== null && <span>{words.offeredTo(safeName(request.offeredTo))}</span>}
    </span>
  );
}

function RowActions({ request, isMine }: { request: WaitingRequest; isMine: boolean }) {
  const panel = usePanel();
  const name = safeName(request.name);
  return (
    <span class="ext-queue-actions">
      <Menu
        label={words.priorityOf(name)}
        icon={EllipsisVertical}
        items={Priorities.options
          .toReversed()
          .map((key) => ({ key, label: words.priorities[key], checked: key === request.priority }))}
        onSelect={(priority) => void panel.setPriority(request.id, priority)}
      />
      {!isMine && (
        <Button
          aria-label={words.acceptName(name)}
          busy={panel.claiming.value === request.id}
          busyText={words.accepting}
          onClick={() => void panel.claim(request.id)}
        >
          {words.accept}
        </Button>
      )}
    </span>
  );
}

function goneWords(gone: Gone): string {
  if (gone.how === 'left') return words.left;
  return gone.mine ? words.takenByYou : words.takenBy(safeName(gone.by));
}
