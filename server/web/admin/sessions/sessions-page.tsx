import { Download, Search } from 'lucide';
import { useState } from 'preact/hooks';
import { SessionState } from '../../../../shared/contract/session.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { SubjectFilters } from '../frame/subject-filters.tsx';
import { useChoices } from '../frame/use-choices.ts';
import { useTimes } from '../frame/zone-times.ts';
import { saveSessions } from './save-sessions.ts';
import { SessionTable } from './session-table.tsx';
import { allSessions, filterOf } from './sessions-question.ts';
import { useSessionList } from './use-session-list.ts';
import '../statistics/statistics.css';

/** Every session there was, to look for and to open. */
export function SessionsPage() {
  const { model, router } = usePanel();
  const [question, setQuestion] = useState(allSessions);
  const [linesSaved, setLinesSaved] = useState<number | undefined>(undefined);
  const filter = filterOf(question);
  const { loaded, isFetching, more, reload } = useSessionList(filter, question.newestFirst);
  const choices = useChoices();
  const { zone } = useTimes();
  const words = texts.sessions;
  const change = (part: Partial<typeof question>) => setQuestion({ ...question, ...part });
  const save = async () => {
    if (filter === undefined) return;
    try {
      setLinesSaved(0);
      const { rows, isCut } = await saveSessions(model.server, filter, question.newestFirst, setLinesSaved);
      if (isCut) model.say(words.csvCut(rows));
    } catch (error) {
      model.say(errorWords(error));
    } finally {
      setLinesSaved(undefined);
    }
  };
  return (
    <PanelPage
      section={paths.sessions}
      title={words.title}
      actions={
        <Button
          icon={Download}
          busy={linesSaved !== undefined}
          busyText={words.csvMaking(linesSaved ?? 0)}
          onClick={() => void save()}
        >
          {words.csv}
        </Button>
      }
    >
      <div class="stat-filters session-filters" role="group" aria-label={words.filters}>
        <div class="stat-filters-search">
          <TextInput
            label={words.searchLabel}
            icon={Search}
            type="search"
            placeholder={words.search}
            value={question.text}
            onValue={(text) => change({ text })}
            error={filter === undefined && question.text !== '' ? words.tooLong : undefined}
          />
        </div>
        <TextInput label={words.from} type="date" value={question.from} onValue={(from) => change({ from })} />
        <TextInput label={words.to} type="date" value={question.to} onValue={(to) => change({ to })} />
        <SubjectFilters subject={question} onSubject={change} choices={choices} labelled />
        <Select
          label={words.state}
          value={question.state}
          onValue={(state) => change({ state })}
          choices={[
            { value: 'all', label: words.allStates },
            ...SessionState.options.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
        <p class="admin-list-zone">{texts.inZone(zone)}</p>
      </div>
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <>
          <SessionTable
            sessions={loaded.value.sessions}
            newestFirst={question.newestFirst}
            onOrder={(newestFirst) => change({ newestFirst })}
            onOpen={router.go}
            empty={<EmptyState text={words.empty} />}
          />
          {loaded.value.sessions.length > 0 && (
            <div class="admin-part stat-list-end">
              <span class="rh-soft">{words.showing(loaded.value.sessions.length)}</span>
              {loaded.value.next !== null && (
                <Button busy={isFetching} onClick={() => void more()}>
                  {words.more}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </PanelPage>
  );
}
