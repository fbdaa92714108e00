import type { ComponentChildren } from 'preact';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { listTexts } from '../../texts/admin-lists-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { ListBar } from './list-bar.tsx';
import type { ListFilter } from './list-bar.tsx';
import { ListPager } from './list-pager.tsx';
import { isNarrowed } from './list-question.ts';
import type { LongList } from './use-list.ts';

type LongListViewProps<Item, Column extends string, Filter extends string> = {
  list: LongList<Item, Column, Filter>;
  caption: string;
  searchLabel: string;
  filters: readonly ListFilter<Filter>[];
  /** Those whose key is a column of the list and that say so can be sorted. */
  columns: readonly TableColumn<Item, Column | Uncommon>[];
  rowKey: (item: Item) => string;
  /** While the whole list is empty. */
  empty: ComponentChildren;
};

/** Columns that cannot be sorted by have keys of their own. */
type Uncommon = `only-${string}`;

/** A whole long list: search, filters, table, pages, and words for every way in which it can be empty. */
export function LongListView<Item, Column extends string, Filter extends string>(
  props: LongListViewProps<Item, Column, Filter>,
) {
  const { list, caption, searchLabel, filters, columns, rowKey, empty } = props;
  const { loaded, question } = list;
  const nothing = isNarrowed(question) ? (
    <EmptyState text={listTexts.nothing} action={<Button onClick={list.clear}>{listTexts.clear}</Button>} />
  ) : (
    empty
  );
  return (
    <>
      <ListBar
        searchLabel={searchLabel}
        search={question.search}
        onSearch={list.setSearch}
        filters={filters}
        values={question.filters}
        onFilter={list.setFilter}
      />
      <LoadState loaded={loaded} onRetry={list.reload} />
      {loaded.at === 'ready' && (
        <>
          <Table<Item, Column | Uncommon>
            caption={caption}
            columns={columns}
            rows={loaded.value.items}
            rowKey={rowKey}
            sort={list.sort}
            onSort={({ key, direction }) => {
              if (isColumn<Column>(key)) list.setSort({ key, direction });
            }}
            empty={<div class="admin-part">{nothing}</div>}
          />
          <ListPager page={loaded.value} before={list.before} previous={list.previous} next={list.next} />
        </>
      )}
    </>
  );
}

function isColumn<Column extends string>(key: Column | Uncommon): key is Column {
  return !key.startsWith('only-');
}
