/** What single cells of a file mean. Pure. */
import * as v from 'valibot';
import { Role } from '../../shared/contract/account.ts';
import { LedGroups } from '../../shared/contract/group.ts';
import { Capacity } from '../../shared/contract/queue-settings.ts';
import { OptionalEmail, PersonName } from '../../shared/contract/text.ts';
import { pathName } from '../statistics/filter-choices.ts';
import { accountFileTexts as texts } from '../texts/account-file-en.ts';
import type { Directory, FiledAccount } from './account-cells.ts';

/** The account's fields as a cell has them, or why it cannot be. */
export type ReadCell = Partial<FiledAccount> | { readonly problem: string };

/** How each column is read. A cell that names its account's value as an export does is not read at all. */
export function cellReaders({ groups, channels }: Directory) {
  const groupIds = byName(groups.map(({ id }) => ({ id, name: pathName(groups, id) })));
  const channelIds = byName(channels);
  const groupWords = { none: texts.group, several: texts.groups };
  const channelWords = { none: texts.channel, several: texts.channels };

  return {
    fullName: (cell: string) => fitting(PersonName, cell, (fullName) => ({ fullName }), texts.fullName),
    displayName: (cell: string) =>
      cell === '' ? {} : fitting(PersonName, cell, (displayName) => ({ displayName }), texts.displayName),
    email: (cell: string) => fitting(OptionalEmail, cell, (email) => ({ email }), texts.email),
    role: (cell: string) =>
      cell === '' ? {} : fitting(Role, cell.toLowerCase().replaceAll(' ', '-'), (role) => ({ role }), texts.role(cell)),
    state(cell: string): ReadCell {
      const state = cell.toLowerCase();
      if (state === '') return {};
      if (state !== texts.states.active && state !== texts.states.disabled) return { problem: texts.state(cell) };
      return { disabled: state === texts.states.disabled };
    },
    group(cell: string): ReadCell {
      if (cell === '') return { group: null };
      const found = oneOf(groupIds, cell, groupWords);
      return 'problem' in found ? found : { group: found.id };
    },
    leads(cell: string): ReadCell {
      const found = allOf(groupIds, cell, groupWords);
      return 'problem' in found ? found : fitting(LedGroups, found.ids, (leads) => ({ leads }), texts.tooManyLed);
    },
    channels(cell: string): ReadCell {
      const found = allOf(channelIds, cell, channelWords);
      return 'problem' in found ? found : { channels: found.ids };
    },
    capacity: (cell: string) =>
      fitting(Capacity, cell === '' ? null : Number(cell), (capacity) => ({ capacity }), texts.capacity),
  };
}

function fitting<Value>(
  form: v.GenericSchema<unknown, Value>,
  cell: unknown,
  use: (value: Value) => Partial<FiledAccount>,
  problem: string,
): ReadCell {
  const read = v.safeParse(form, cell);
  return read.success ? use(read.output) : { problem };
}

type Ids<Id> = ReadonlyMap<string, readonly Id[]>;
type Words = { readonly none: (name: string) => string; readonly several: (name: string) => string };

/** Case and the arrow's shape are no difference to who types a name. */
function key(name: string): string {
  return name.toLowerCase().replaceAll(/\s*[›>]\s*/g, '›');
}

function byName<Id>(named: readonly { readonly id: Id; readonly name: string }[]): Ids<Id> {
  const ids = new Map<string, Id[]>();
  for (const { id, name } of named) ids.set(key(name), [...(ids.get(key(name)) ?? []), id]);
  return ids;
}

function oneOf<Id>(ids: Ids<Id>, name: string, words: Words): { readonly id: Id } | { readonly problem: string } {
  const [id, other] = ids.get(key(name)) ?? [];
  if (id === undefined) return { problem: words.none(name) };
  return other === undefined ? { id } : { problem: words.several(name) };
}

function allOf<Id>(ids: Ids<Id>, cell: string, words: Words): { readonly ids: Id[] } | { readonly problem: string } {
  const names = cell.split(';').map((name) => name.trim());
  const found: Id[] = [];
  for (const name of names.filter((one) => one !== '')) {
    const one = oneOf(ids, name, words);
    if ('problem' in one) return one;
    if (!found.includes(one.id)) found.push(one.id);
  }
  return { ids: found };
}
