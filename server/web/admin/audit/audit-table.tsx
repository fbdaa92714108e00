import type { AuditEntry } from '../../../../shared/contract/audit-operations.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { useTimes } from '../frame/zone-times.ts';

type Narrow = (part: 'actor' | 'action' | 'target', value: string) => void;

const kinds = { failed: 'wait', refused: 'danger' } as const;

/** One row an entry, with what it has changed below. A press on who, what or whom shows only such entries. */
export function AuditTable({ entries, onNarrow }: { entries: readonly AuditEntry[]; onNarrow: Narrow }) {
  const { columns, outcomes, action: actionWords, actor: actorWords } = texts.audit;
  const times = useTimes();
  const described: TableColumn<AuditEntry>[] = [
    { key: 'n', head: columns.n, align: 'end', cell: ({ n }) => n },
    {
      key: 'at',
      head: columns.at,
      cell: ({ at }) => (
        <time class="admin-audit-time" dateTime={new Date(at).toISOString()}>
          {times.shortDay(at)} <b>{times.clock(at)}</b>
        </time>
      ),
    },
    {
      key: 'actor',
      head: columns.actor,
      cell: ({ actor, actorName }) => (
        <span class="admin-audit-who">
          <Narrowing text={actorName || actorWords(actor)} onPress={() => onNarrow('actor', actor)} />
        </span>
      ),
    },
    {
      key: 'action',
      head: columns.action,
      isName: true,
      cell: (entry) => (
        <>
          <Narrowing text={actionWords(entry.action)} onPress={() => onNarrow('action', entry.action)} />
          <Changes entry={entry} />
        </>
      ),
    },
    {
      key: 'target',
      head: columns.target,
      cell: ({ target, targetName }) =>
        target === '' ? (
          <OutsideText text={targetName} />
        ) : (
          <Narrowing text={targetName || target} onPress={() => onNarrow('target', target)} />
        ),
    },
    {
      key: 'outcome',
      head: columns.outcome,
      cell: ({ outcome }) =>
        outcome === 'done' ? outcomes.done : <Tag kind={kinds[outcome]}>{outcomes[outcome]}</Tag>,
    },
    { key: 'address', head: columns.address, cell: ({ address }) => <OutsideText text={address} /> },
  ];
  return (
    <Table
      caption={texts.audit.title}
      columns={described}
      rows={entries}
      stacks
      rowKey={({ n, hash }) => `${n} ${hash}`}
    />
  );
}

function Narrowing({ text, onPress }: { text: string; onPress: () => void }) {
  if (text === '') return null;
  return (
    <button type="button" class="admin-audit-narrow" onClick={onPress}>
      <OutsideText text={text} />
    </button>
  );
}

function Changes({ entry: { changes } }: { entry: AuditEntry }) {
  if (changes.length === 0) return null;
  return (
    <ul class="admin-audit-changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>{texts.audit.change(field, before && safeName(before), after && safeName(after))}</li>
      ))}
    </ul>
  );
}
