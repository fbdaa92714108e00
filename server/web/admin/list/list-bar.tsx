import { Search } from 'lucide';
import { Select } from '../../../../shared/ui/select.tsx';
import type { Choice } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { listTexts } from '../../texts/admin-lists-en.ts';
import './list.css';

/** One filter of a list: what can be chosen beside "all". */
export type ListFilter<Filter extends string> = { key: Filter; label: string; choices: readonly Choice<string>[] };

type ListBarProps<Filter extends string> = {
  /** What the search field looks through: "Search names and user IDs". */
  searchLabel: string;
  search: string;
  onSearch: (search: string) => void;
  filters: readonly ListFilter<Filter>[];
  values: Readonly<Record<Filter, string>>;
  onFilter: (filter: Filter, value: string) => void;
};

/** Above a long list: the search field and its filters, each with its label. */
export function ListBar<Filter extends string>(props: ListBarProps<Filter>) {
  const { searchLabel, search, onSearch, filters, values, onFilter } = props;
  return (
    <search class="admin-list-bar" aria-label={listTexts.filters}>
      <div class="admin-list-search">
        <TextInput
          label={searchLabel}
          icon={Search}
          type="search"
          value={search}
          onValue={onSearch}
          maxLength={100}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      {filters.map(({ key, label, choices }) => (
        <div key={key} class="admin-list-filter">
          <Select
            label={label}
            value={values[key]}
            onValue={(value) => onFilter(key, value)}
            choices={[{ value: '', label: listTexts.all }, ...choices]}
          />
        </div>
      ))}
    </search>
  );
}
