import { Tool, tools } from '../../../../shared/contract/right.ts';
import type { EffectiveRight, RightState } from '../../../../shared/contract/right.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Segments } from '../../../../shared/ui/segments.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { rightTexts as texts } from '../../texts/admin-rights-en.ts';
import type { RightDraft } from './right-draft.ts';

type RightTableProps = {
  draft: RightDraft;
  /** What holds for an account as it is saved; without it the default is told. */
  rights: readonly EffectiveRight[] | undefined;
  onState: (tool: Tool, state: RightState) => void;
};

/** Every tool with its three states, and what holds. */
export function RightTable({ draft, rights, onState }: RightTableProps) {
  const columns: TableColumn<Tool>[] = [
    {
      key: 'tool',
      head: texts.columns.tool,
      isName: true,
      cell: (tool) => (
        <span class="admin-right">
          <span>
            {texts.tools[tool].name} {!tools[tool].isThere && <Tag>{texts.later}</Tag>}
          </span>
          <span class="admin-second">{texts.tools[tool].what}</span>
        </span>
      ),
    },
    {
      key: 'state',
      head: texts.columns.state,
      cell: (tool) => (
        <Segments
          label={texts.settingOf(texts.tools[tool].name)}
          segments={(['inherit', 'allow', 'deny'] as const).map((value) => ({ value, label: texts.states[value] }))}
          value={draft[tool]}
          onValue={(state) => onState(tool, state)}
        />
      ),
    },
    { key: 'now', head: texts.columns.now, cell: (tool) => <span class="rh-soft">{holds(tool, rights)}</span> },
  ];
  return <Table caption={texts.title} columns={columns} rows={Tool.options} rowKey={(tool) => tool} stacks />;
}

function holds(tool: Tool, rights: readonly EffectiveRight[] | undefined): string {
  const right = rights?.find((each) => each.tool === tool);
  if (right === undefined) return texts.byDefault(tools[tool].allowed);
  return texts.holds(right.allowed, right.because.level, safeName(right.because.name));
}
