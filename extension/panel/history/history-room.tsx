import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { calendarDay, clockTime, duration } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { texts } from '../../texts/en.ts';
import { reportTexts } from '../../texts/reports-en.ts';
import { FetchedState } from '../../view/use-fetched.tsx';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { HistoryFilter } from './history-filter.tsx';
import { useHistory } from './use-history.ts';
import './history-room.css';

/** The rep's own sessions that are over, to look for and to open. */
export function HistoryRoom() {
  const { desk } = useView();
  const panel = usePanel();
  const question = panel.historyQuestion.value;
  const ended = desk.sessions.value.filter(({ head }) => head.state === 'ended').length;
  const occasion = `${ended} ${desk.reportNews.value}`;
  const { items, state, failure, again, isTooLong, loadMore } = useHistory(question, occasion);
  const words = texts.history;
  const isSearch = Object.values(question).some((part) => part !== '');
  return (
    <>
      <HistoryFilter
        question={question}
        isTooLong={isTooLong}
        onQuestion={(next) => (panel.historyQuestion.value = next)}
      />
      <FetchedState
        fetched={{ value: state === 'loading' ? undefined : items, failure, again }}
        label={words.loading}
      />
      {state !== 'loading' && items.length === 0 && (
        <EmptyState text={isSearch ? reportTexts.history.nothingFound : words.empty} />
      )}
      {items.length > 0 && (
        <List label={words.title}>
          {items.map((item) => (
            <ListRow
              key={item.session}
              title={<OutsideText text={item.customer} />}
              detail={<OutsideText text={subjectOf(item)} />}
              meta={
                <>
                  {calendarDay(item.startedAt)}, {clockTime(item.startedAt)}
                  {!item.reported && ` · ${reportTexts.history.reportDue}`}
                </>
              }
              end={duration(item.endedAt - item.startedAt)}
              onOpen={() => panel.goToPast(item.session)}
            />
          ))}
        </List>
      )}
      {state === 'more' && (
        <div class="ext-history-more">
          <Button onClick={loadMore}>{words.more}</Button>
        </div>
      )}
    </>
  );
}

function subjectOf({ incident, reason }: { incident: string; reason: string }): string {
  return [incident, reason].filter(Boolean).join(': ') || texts.history.byCode;
}
