/** What customers wrote after their sessions. */
import { useEffect, useState } from 'preact/hooks';
import type { ParamsInput } from '../../../../shared/contract/contract.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { SurveyCursor, SurveyLine } from '../../../../shared/contract/survey.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { surveyTexts as words } from '../../texts/admin-survey-en.ts';
import { errorWords } from '../error-words.ts';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';
import { useTimes } from '../frame/zone-times.ts';
import { saveFile } from '../../save-file.ts';
import { StatisticsPart } from './statistics-part.tsx';

type Order = ParamsInput<AdminContract, 'surveys.csv'>;

/** `order` as the statistics were asked for; `countedAt` changes when they are looked at anew. */
export function CommentsPart({ order, countedAt }: { order: Order; countedAt: number }) {
  const { model, router } = usePanel();
  const times = useTimes();
  const [lines, setLines] = useState<readonly SurveyLine[]>();
  const [next, setNext] = useState<SurveyCursor | null>(null);
  const key = JSON.stringify(order);
  useEffect(() => {
    let isCurrent = true;
    model.server.call('surveys.comments', { ...order, after: null }).then(
      (page) => {
        if (!isCurrent) return;
        setLines(page.lines);
        setNext(page.next);
      },
      (error: unknown) => isCurrent && model.say(errorWords(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, countedAt]);
  const withWords = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      model.say(errorWords(error));
    }
  };
  const more = () =>
    withWords(async () => {
      const page = await model.server.call('surveys.comments', { ...order, after: next });
      setLines([...(lines ?? []), ...page.lines]);
      setNext(page.next);
    });
  const save = () =>
    withWords(async () => {
      const { fileName, text } = await model.server.call('surveys.csv', order);
      saveFile(fileName, text);
    });
  if (lines === undefined) return null;
  const columns: TableColumn<SurveyLine>[] = [
    {
      key: 'when',
      head: words.comments.when,
      isName: true,
      cell: ({ at, session }) => (
        <PageLink href={paths.session(session)} onOpen={router.go}>
          {times.shortDay(at)} {times.clock(at)}
        </PageLink>
      ),
    },
    { key: 'face', head: words.comments.face, cell: ({ face }) => words.faces[face] },
    {
      key: 'words',
      head: words.comments.words,
      cell: ({ comment }) => (
        <span class="stat-comment">
          <OutsideText as="message" text={comment} />
        </span>
      ),
    },
    { key: 'rep', head: words.comments.rep, cell: ({ rep }) => <OutsideText text={rep} /> },
    {
      key: 'solved',
      head: words.comments.solved,
      cell: ({ solved }) => (solved === null ? '' : words.comments.verdicts[solved]),
    },
  ];
  return (
    <StatisticsPart
      title={words.comments.title}
      detail={words.comments.detail}
      part="comments"
      onCsv={() => void save()}
      wide
      flush
    >
      <Table
        caption={words.comments.title}
        columns={columns}
        rows={lines}
        rowKey={({ session }) => session}
        empty={<p class="stat-part-body rh-soft">{words.comments.none}</p>}
      />
      {next !== null && (
        <div class="stat-part-body">
          <Button onClick={() => void more()}>{words.comments.more}</Button>
        </div>
      )}
    </StatisticsPart>
  );
}
