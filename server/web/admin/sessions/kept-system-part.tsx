import { useState } from 'preact/hooks';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import type { KeptReading } from '../../../../shared/contract/kept-system.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { calendarDay, clockTime } from '../../../../shared/ui/format-time.ts';
import { SystemReadingView } from '../../../../shared/ui/system-reading.tsx';
import { keptSystemTexts as words } from '../../texts/admin-tools-en.ts';
import { Failure } from '../form/failure.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

/** What was kept of the computer with a session. Read only when somebody asks for it, for that is written down. */
export function KeptSystemPart({ id }: { id: SessionId }) {
  const { model } = usePanel();
  const [kept, setKept] = useState<readonly KeptReading[]>();
  const reading = useSending();
  const read = () => reading.run(async () => setKept((await model.server.call('sessions.system', { id })).kept));
  return (
    <section class="session-page-system" aria-label={words.title}>
      <h2 class="session-page-title">{words.title}</h2>
      <Failure text={reading.failure} />
      {kept === undefined && (
        <Button busy={reading.isBusy} onClick={() => void read()}>
          {words.show}
        </Button>
      )}
      {kept?.map(({ keptAt, reading: of }) => (
        <details key={of.category}>
          <summary>
            {words.categories[of.category]}{' '}
            <span class="rh-soft">{words.keptAt(`${calendarDay(keptAt)}, ${clockTime(keptAt)}`)}</span>
          </summary>
          <SystemReadingView reading={of} words={words} />
        </details>
      ))}
    </section>
  );
}
