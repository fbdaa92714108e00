import { useState } from 'preact/hooks';
import type { CustomerItem } from '../../../../shared/contract/customer-data.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { customerTexts as words } from '../../texts/admin-customers-en.ts';
import { useTimes } from '../frame/zone-times.ts';
import { CustomerOrders } from './customer-orders.tsx';

/** What was found, each to be left out or kept in, and what can be done with those that are chosen. */
export function CustomerItems({
  items,
  onErased,
}: {
  items: readonly CustomerItem[];
  onErased: (sentence: string, gone: readonly CustomerItem[]) => void;
}) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => !leftOut.has(id));
  const toggle = (id: string) => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };
  const { heads, kinds } = words;
  const times = useTimes();
  const columns: TableColumn<CustomerItem>[] = [
    {
      key: 'chosen',
      head: heads.chosen,
      cell: ({ id, kind, name }) => (
        <input
          type="checkbox"
          aria-label={words.choose(kinds[kind], safeName(name))}
          checked={!leftOut.has(id)}
          onChange={() => toggle(id)}
        />
      ),
    },
    { key: 'name', head: heads.name, isName: true, cell: ({ name }) => <OutsideText text={name} /> },
    {
      key: 'kind',
      head: heads.kind,
      cell: ({ kind, isLive }) => (
        <>
          {kinds[kind]} {isLive && <Tag kind="wait">{words.live}</Tag>}
        </>
      ),
    },
    {
      key: 'reach',
      head: heads.reach,
      cell: ({ email, phone }) => <OutsideText text={[email, phone].filter((one) => one !== '').join(', ')} />,
    },
    { key: 'about', head: heads.about, cell: ({ about }) => <OutsideText text={safeName(about)} /> },
    {
      key: 'at',
      head: heads.at(times.zone),
      align: 'end',
      cell: ({ at }) => `${times.shortDay(at)}, ${times.clock(at)}`,
    },
  ];
  return (
    <>
      <CustomerOrders chosen={chosen} all={items.length} onErased={onErased} />
      <Table caption={words.caption} columns={columns} rows={items} rowKey={({ kind, id }) => `${kind} ${id}`} stacks />
    </>
  );
}
