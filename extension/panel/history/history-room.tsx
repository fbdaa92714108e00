import { ArrowLeft } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { calendarDay, clockTime, duration } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { PastSession } from './past-session.tsx';
import { useHistory } from './use-history.ts';
import './history-room.css';

/** The rep's own sessions that are over. */
export function HistoryRoom() {
  const { desk } = useView();
  const [opened, setOpened] = useState<SessionId>();
  const ended = desk.sessions.value.filter(({ head }) => head.state === 'ended').length;
  const { items, state, loadMore } = useHistory(ended);
  const words = texts.history;
  if (opened !== undefined) {
    return (
      <>
        <div class="ext-history-back">
          <Button kind="quiet" icon={ArrowLeft} onClick={() => setOpened(undefined)}>
            {words.back}
          </Button>
        </div>
        <PastSession key={opened} session={opened} />
      </>
    );
  }
  if (state === 'loading') return <Skeleton label={words.loading} />;
  if (items.length === 0) return <EmptyState text={words.empty} />;
  return (
    <>
      <List label={words.title}>
        {items.map((item) => (
          <ListRow
            key={item.session}
            title={<OutsideText text={item.customer} />}
            detail={<OutsideText text={item.reason === '' ? words.byCode : item.reason} />}
            meta={`${calendarDay(item.startedAt)}, ${clockTime(item.startedAt)}`}
            end={duration(item.endedAt - item.startedAt)}
            onOpen={() => setOpened(item.session)}
          />
        ))}
      </List>
      {state === 'more' && (
        <div class="ext-history-more">
          <Button onClick={loadMore}>{words.more}</Button>
        </div>
      )}
    </>
  );
}
