import type { LiveBoard } from '../../../../shared/contract/live-board.ts';
import { Figures } from '../../../../shared/ui/figures.tsx';
import { duration } from '../../../../shared/ui/format-time.ts';
import { texts } from '../../texts/admin-en.ts';
import { partWords } from '../statistics/measure-words.ts';

/** Who waits, who is helped and who is there at this moment, and what today came to. */
export function BoardFigures({ board: { waiting, reps, today }, now }: { board: LiveBoard; now: number }) {
  const words = texts.board.figures;
  const there = reps.filter(({ presence }) => presence !== 'offline');
  const helping = reps.filter(({ sessions }) => sessions.length > 0);
  const sessions = helping.reduce((sum, rep) => sum + rep.sessions.length, 0);
  const longest = Math.max(0, ...waiting.map(({ since }) => now - since));
  return (
    <Figures
      wide
      figures={[
        {
          label: words.waiting,
          value: String(waiting.length),
          note: waiting.length === 0 ? undefined : words.longest(duration(longest)),
        },
        { label: words.inSession, value: String(sessions), note: words.of(helping.length) },
        {
          label: words.there,
          value: String(there.length),
          note: words.away(there.filter(({ presence }) => presence === 'away').length),
        },
        {
          label: words.quick,
          value: partWords(today.quick, today.requests) ?? words.none,
          note: words.quickOf(today.quick, today.requests),
        },
        { label: words.gaveUp, value: String(today.gaveUp) },
      ]}
    />
  );
}
