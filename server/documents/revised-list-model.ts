/** Short lists whose order and connections matter as a whole: each is one document, so that every change of it is one write. */
import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import * as v from 'valibot';
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
  /** Empty for a list that nobody has begun. */
  read(id: string): Promise<Item[]>;
  /**
   * Stores what `rule` makes of the list, provided that it is still the list that the rule was given; else the rule is
   * asked again. What the rule throws is thrown on, and nothing changes.
   */
  change(id: string, rule: (items: readonly Item[]) => Item[]): Promise<Item[]>;
}

/** The form of stored lists of such items. An item that cannot be read is left out; the others stay. */
export function storedListForm(form: v.GenericSchema): v.GenericSchema<unknown, StoredList> {
  return v.object({
    _id: v.string(),
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    items: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => readable(form, items)),
    ),
  });
}

/** The lists of a collection. The collection is made when it is first written to. */
export function revisedLists<Item>(
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

  async function write(id: string, revision: number, items: Item[]): Promise<boolean> {
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
    async change(id, rule) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const stored = await model.findOne({ _id: id }).lean();
        const items = rule(readable(form, stored?.items ?? []));
        if (await write(id, stored?.revision ?? 0, items)) return items;
      }
      throw new Error(`The list ${id} was changed by others ${mostTries} times in a row.`);
    },
  };
}

function readable<Item>(form: v.GenericSchema<unknown, Item>, items: readonly unknown[]): Item[] {
  return items.flatMap((item) => {
    const read = v.safeParse(form, item);
    return read.success ? [read.output] : [];
  });
}
