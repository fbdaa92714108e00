import type { ImportLine, ImportPlan } from '../../../../shared/contract/account-file.ts';
import { Figures } from '../../../../shared/ui/figures.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { accountFileTexts as words } from '../../texts/admin-account-files-en.ts';
import { texts } from '../../texts/admin-en.ts';

/** So many lines are drawn; nobody reads more. */
const mostDrawn = 300;

type Shown = Exclude<ImportLine, { is: 'unchanged' }>;

/** What a file would do: how many of each, and every line that is not as it is already. Wrong ones stand first. */
export function PlanTable({ plan }: { plan: ImportPlan }) {
  const { heads, figures } = words;
  const ofKind = (kind: ImportLine['is']) => plan.lines.filter(({ is }) => is === kind);
  const shown = plan.lines
    .filter((line): line is Shown => line.is !== 'unchanged')
    .toSorted((one, other) => Number(other.is === 'wrong') - Number(one.is === 'wrong') || one.line - other.line);
  const columns: TableColumn<Shown>[] = [
    { key: 'line', head: heads.line, align: 'end', cell: ({ line }) => line },
    { key: 'userId', head: heads.userId, isName: true, cell: ({ userId }) => <OutsideText text={userId} /> },
    { key: 'what', head: heads.what, cell: (line) => <Happening line={line} /> },
  ];
  return (
    <>
      <Figures
        wide
        figures={(['new', 'changed', 'unchanged', 'wrong'] as const).map((kind) => ({
          label: figures[kind],
          value: String(ofKind(kind).length),
        }))}
      />
      {plan.ignored.length > 0 && (
        <div class="admin-part">
          <Notice kind="wait">{words.ignored(plan.ignored.map((head) => `“${safeName(head)}”`))}</Notice>
        </div>
      )}
      {shown.length > 0 && (
        <Table
          caption={words.caption}
          columns={columns}
          rows={shown.slice(0, mostDrawn)}
          rowKey={({ line }) => String(line)}
        />
      )}
      {shown.length > mostDrawn && <p class="admin-part rh-soft">{words.more(shown.length - mostDrawn)}</p>}
    </>
  );
}

function Happening({ line }: { line: Shown }) {
  switch (line.is) {
    case 'new':
      return (
        <>
          <Tag kind="ok">{words.is.new}</Tag> {words.made(safeName(line.fullName), texts.roles[line.role])}
        </>
      );
    case 'changed':
      return (
        <>
          <Tag kind="quiet">{words.is.changed}</Tag>{' '}
          {line.changes
            .map(({ column, before, after }) => words.change(column, safeName(before), safeName(after)))
            .join(' · ')}
        </>
      );
    case 'wrong':
      return (
        <>
          <Tag kind="wait">{words.is.wrong}</Tag> {line.problems.map((problem) => safeName(problem)).join(' ')}
        </>
      );
    default:
      return line satisfies never;
  }
}
