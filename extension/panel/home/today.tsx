import { useEffect } from 'preact/hooks';
import { duration } from '../../../shared/ui/format-time.ts';
import { Figures } from '../../../shared/ui/figures.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { allOfHistory } from '../history/history-question.ts';
import { useHistory } from '../history/use-history.ts';
import { startOfDay } from './start-of-day.ts';

/** The rep's own sessions of today, counted. */
export function TodaySection() {
  const { desk } = useView();
  const ended = desk.sessions.value.filter(({ head }) => head.state === 'ended').length;
  const { items, state, loadMore } = useHistory(allOfHistory, ended);
  const morning = startOfDay(desk.clock.now());
  const today = items.filter((item) => item.startedAt >= morning);
  const isMoreOfToday = state === 'more' && (items.at(-1)?.startedAt ?? 0) >= morning;
  useEffect(() => {
    if (isMoreOfToday) loadMore();
  }, [isMoreOfToday, items.length]);
  const live = desk.sessions.value.filter(({ head }) => head.state === 'live').length;
  const total = today.reduce((sum, item) => sum + (item.endedAt - item.startedAt), 0);
  const words = texts.home;
  return (
    <Section title={words.today}>
      <Figures
        figures={[
          { label: words.sessions, value: String(today.length + live) },
          { label: words.running, value: String(live) },
          { label: words.average, value: today.length === 0 ? '–' : duration(total / today.length) },
        ]}
      />
    </Section>
  );
}
