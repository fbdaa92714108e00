/** Documents that are not of the form that this program reads: left aside, named once, and never in the way of others. */
import mongoose from 'mongoose';
import type { Connection, Query, Schema } from 'mongoose';
import * as v from 'valibot';

/** A document that was left aside. `problem` names fields, never values: they may be what somebody wrote. */
export interface Damage {
  readonly collection: string;
  readonly id: string;
  readonly problem: string;
}

const listeners = new WeakMap<Connection, (damage: Damage) => void>();

/** Hears of every damaged document that is met on a connection, once each. One listener a connection. */
export function onDamage(connection: Connection, listener: (damage: Damage) => void): void {
  const told = new Set<string>();
  listeners.set(connection, (damage) => {
    const key = `${damage.collection} ${damage.id} ${damage.problem}`;
    if (told.has(key)) return;
    told.add(key);
    listener(damage);
  });
}

/** What is wrong with a document under a form; `undefined` when it is good. */
export function problemUnder(form: v.GenericSchema, document: unknown): string | undefined {
  const { issues } = v.safeParse(form, document);
  return issues?.map((issue) => v.getDotPath(issue) ?? 'whole document').join(', ');
}

/**
 * Whatever is read (`lean`) through a model of this schema comes out in its form: what an older program left out is filled in, and a document that
 * does not fit is treated as if it were not there. Reads that choose fields are left alone.
 */
export function readAs<Document>(schema: Schema<Document>, form: v.GenericSchema<unknown, Document>): void {
  schema.post('find', function (this: Query<unknown, Document>, found: unknown) {
    if (!isWholeRead(this) || !Array.isArray(found)) return undefined;
    return mongoose.overwriteMiddlewareResult(found.flatMap((document: unknown) => inForm(this, form, document) ?? []));
  });
  schema.post(
    ['findOne', 'findOneAndUpdate', 'findOneAndDelete'],
    function (this: Query<unknown, Document>, found: unknown) {
      if (!isWholeRead(this) || found === null) return undefined;
      return mongoose.overwriteMiddlewareResult(inForm(this, form, found) ?? null);
    },
  );
}

/** Of the ids that a filter finds, those whose documents cannot be read. */
export function unreadableIds<Id>(
  all: readonly { readonly _id: Id }[],
  readable: readonly { readonly _id: Id }[],
): Id[] {
  const good = new Set(readable.map(({ _id }) => _id));
  return all.map(({ _id }) => _id).filter((id) => !good.has(id));
}

function isWholeRead(query: Query<unknown, unknown>): boolean {
  return Boolean(query.mongooseOptions().lean) && Object.keys(query.projection() ?? {}).length === 0;
}

const Identified = v.object({ _id: v.unknown() });

function inForm<Document>(
  query: Query<unknown, unknown>,
  form: v.GenericSchema<unknown, Document>,
  found: unknown,
): Document | undefined {
  const read = v.safeParse(form, found);
  if (read.success) return read.output;
  const id = v.is(Identified, found) ? String(found._id) : '';
  const { db, collection } = query.model;
  listeners.get(db)?.({ collection: collection.name, id, problem: problemUnder(form, found) ?? '' });
  return undefined;
}
