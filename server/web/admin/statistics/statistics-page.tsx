import { ChartColumn, Table2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { ParamsInput } from '../../../../shared/contract/contract.ts';
import type { Statistics, StatisticsPart } from '../../../../shared/contract/statistics.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { saveFile } from '../../save-file.ts';
import { useChoices } from '../frame/use-choices.ts';
import { useFresh } from '../frame/use-fresh.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { CommentsPart } from './comments-part.tsx';
import { DayParts } from './day-parts.tsx';
import { MeasureFigures } from './measure-figures.tsx';
import { HourPart, RepPart, SharePart } from './share-parts.tsx';
import { StatisticsFilters } from './statistics-filters.tsx';
import { asked, firstQuestion } from './statistics-question.ts';
import './charts/charts.css';
import './statistics.css';

/** What came of the requests and sessions of some days, as charts or as tables. */
export function StatisticsPage() {
  const { model } = usePanel();
  const [question, setQuestion] = useState(firstQuestion);
  const [asTables, setAsTables] = useState(false);
  const order = asked(question);
  const choices = useChoices();
  const answer = useLoaded<Statistics | undefined>(
    async () => (order === undefined ? undefined : (await model.server.call('statistics.get', order)).statistics),
    JSON.stringify(order),
  );
  const { loaded, reload } = answer;
  useFresh(answer);
  const statistics = loaded.at === 'ready' ? loaded.value : undefined;
  const saveCsv = async (part: StatisticsPart) => {
    if (order === undefined) return;
    try {
      const { fileName, text } = await model.server.call('statistics.csv', { ...order, part });
      saveFile(fileName, text);
    } catch (error) {
      model.say(errorWords(error));
    }
  };
  const words = texts.statistics;
  return (
    <PanelPage
      section={paths.statistics}
      title={words.title}
      actions={
        <Button icon={asTables ? ChartColumn : Table2} onClick={() => setAsTables(!asTables)}>
          {asTables ? words.asCharts : words.asTables}
        </Button>
      }
    >
      <StatisticsFilters question={question} onQuestion={setQuestion} choices={choices} statistics={statistics} />
      {order === undefined && (
        <div class="admin-part">
          <Notice>{words.ownWrong}</Notice>
        </div>
      )}
      {order !== undefined && <LoadState loaded={loaded} onRetry={reload} />}
      {statistics !== undefined && order !== undefined && (
        <Parts
          statistics={statistics}
          order={order}
          asTables={asTables}
          isOfRep={question.rep !== 'all' || question.group !== 'all'}
          onCsv={(part) => void saveCsv(part)}
        />
      )}
    </PanelPage>
  );
}

type PartsProps = {
  statistics: Statistics;
  order: ParamsInput<AdminContract, 'statistics.get'>;
  asTables: boolean;
  isOfRep: boolean;
  onCsv: (part: StatisticsPart) => void;
};

function Parts({ statistics, order, asTables, isOfRep, onCsv }: PartsProps) {
  const { totals, hours, channels, groups, incidents, reps } = statistics;
  const hasIncidents = incidents.some(({ id }) => id !== null);
  const hasGroups = groups.some(({ id }) => id !== null);
  if (totals.requests + totals.sessions === 0 && reps.length === 0) {
    return (
      <div class="admin-part">
        <EmptyState text={texts.statistics.nothing} />
      </div>
    );
  }
  return (
    <>
      <MeasureFigures statistics={statistics} />
      {isOfRep && (
        <div class="admin-part">
          <Notice kind="info">{texts.statistics.onlyAnswered}</Notice>
        </div>
      )}
      <div class="stat-parts">
        <DayParts statistics={statistics} asTables={asTables} onCsv={onCsv} />
        <HourPart hours={hours} onCsv={onCsv} wide={asTables || (hasIncidents && !hasGroups)} />
        <SharePart part="channels" shares={channels} onCsv={onCsv} asTables={asTables} wide={asTables} />
        {hasGroups && (
          <SharePart part="groups" shares={groups} onCsv={onCsv} asTables={asTables} wide={asTables || !hasIncidents} />
        )}
        {hasIncidents && (
          <SharePart part="incidents" shares={incidents} onCsv={onCsv} asTables={asTables} wide={asTables} />
        )}
        <RepPart reps={reps} onCsv={onCsv} />
        {totals.faces > 0 && <CommentsPart order={order} countedAt={statistics.countedAt} />}
      </div>
    </>
  );
}
