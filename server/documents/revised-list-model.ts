/** Short lists whose order and connections matter as a whole: each is one document, so that every change of it is one write. */
import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { readAs } from './damage.ts';
import { strictSchema } from './strict-schema.ts';
import { isDuplicateKey } from './write-refusals.ts';

/** More tries than people could collide; past it something is wrong. */
const mostTries = 50;

/** A list as it is stored. */
interface StoredList {
  _id: string;
  revision: number;
  items: unknown[];
}

export interface RevisedLists<Item> {
  /** What can be read of it. Empty for a list that nobody has begun. */
  read(id: string): Promise<Item[]>;
  /** The ids of all its items, those that cannot be read among them; `undefined` when not all of them can be told. */
  ids(id: string): Promise<string[] | undefined>;
  /**
   * Stores what `rule` makes of the list, provided that it is still the list that the rule was given; else the rule is
   * asked again. What the rule throws is thrown on, and nothing changes. The rule hears nothing of items that cannot be
   * read, and they stay behind the items that they stand behind.
   * @throws AppError `server-fault` when the list as a whole cannot be read: it is left as it is
   */
  change(id: string, rule: (items: readonly Item[]) => Item[]): Promise<Item[]>;
}

const RawList = v.object({
  _id: v.string(),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  items: v.array(v.unknown()),
});
const Identified = v.object({ id: v.string() });

/** The form of stored lists of such items. An item that cannot be read is left out; the others stay. */
export function storedListForm(form: v.GenericSchema): v.GenericSchema<unknown, StoredList> {
  return v.object({
    ...RawList.entries,
    items: v.pipe(
      RawList.entries.items,
      v.transform((items) => readable(form, items)),
    ),
  });
}

/** The lists of a collection. The collection is made when it is first written to. */
export function revisedLists<Item extends { readonly id: string }>(
  connection: Connection,
  names: { readonly model: string; readonly collection: string },
  form: v.GenericSchema<unknown, Item>,
): RevisedLists<Item> {
  const schema = strictSchema<StoredList>(
    { revision: { type: Number, required: true }, items: { type: Schema.Types.Mixed, required: true } },
    names.collection,
  );
  readAs(schema, storedListForm(form));
  const model: Model<StoredList> = connection.model<StoredList>(names.model, schema);

  /** As it is stored, with what cannot be read; `undefined` when it is no list. */
  async function raw(id: string): Promise<Omit<StoredList, '_id'> | undefined> {
    const stored: unknown = await model.findOne({ _id: id }).select(['revision', 'items']).lean();
    if (stored === null) return { revision: 0, items: [] };
    const read = v.safeParse(RawList, stored);
    return read.success ? read.output : undefined;
  }

  async function write(id: string, revision: number, items: unknown[]): Promise<boolean> {
    if (revision > 0) {
      const written = await model.updateOne({ _id: id, revision }, { $set: { items, revision: revision + 1 } });
      return written.matchedCount === 1;
    }
    try {
      await model.create({ _id: id, revision: 1, items });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    async read(id) {
      return readable(form, (await model.findOne({ _id: id }).lean())?.items ?? []);
    },
    async ids(id) {
      const items = (await raw(id))?.items;
      return items?.every((item) => v.is(Identified, item)) ? items.map((item) => item.id) : undefined;
    },
    async change(id, rule) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const stored = await raw(id);
        if (stored === undefined) throw new AppError('server-fault', { text: damagedText });
        const items = rule(readable(form, stored.items));
        if (await write(id, stored.revision, withUnreadable(form, items, stored.items))) return items;
      }
      throw new Error(`The list ${id} was changed by others ${mostTries} times in a row.`);
    },
  };
}

const damagedText =
  'What is stored of this is damaged, so it is left as it is. Whoever runs the server restores it from a backup.';

/** Items as they are to be stored: what cannot be read of `stored` follows the item that it followed, or comes first. */
function withUnreadable<Item extends { readonly id: string }>(
  form: v.GenericSchema<unknown, Item>,
  items: readonly Item[],
  stored: readonly unknown[],
): unknown[] {
  const kept = new Set(items.map(({ id }) => id));
  const first: unknown[] = [];
  const following = new Map<string, unknown[]>();
  let place = first;
  for (const item of stored) {
    const read = v.safeParse(form, item);
    if (!read.success) place.push(item);
    else if (kept.has(read.output.id)) following.set(read.output.id, (place = []));
  }
  return [...first, ...items.flatMap((item) => [item, ...(following.get(item.id) ?? [])])];
}

function readable<Item>(form: v.GenericSchema<unknown, Item>, items: readonly unknown[]): Item[] {
  return items.flatMap((item) => {
    const read = v.safeParse(form, item);
    return read.success ? [read.output] : [];
  });
}
