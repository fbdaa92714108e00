/** How every document of the edge is described to mongoose: nothing unknown in, no operators from outside in queries. */
import { Schema } from 'mongoose';
import type { Query, SchemaDefinition } from 'mongoose';

/**
 * A schema whose documents bring their own `_id`, whose unknown fields throw, and whose filters take no operator that
 * was not marked with mongoose's `trusted()`. A second line of defence: what comes from outside is parsed long before.
 */
export function strictSchema<Document extends { _id: string }>(
  definition: Omit<SchemaDefinition<Document>, '_id'>,
  collection: string,
): Schema<Document> {
  const whole: SchemaDefinition = { _id: { type: String, required: true }, ...definition };
  const schema = new Schema<Document>(whole as SchemaDefinition<Document>, {
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    minimize: false,
    autoCreate: false,
  });
  schema.pre(/^(find|count|update|delete|distinct|exists)/, function (this: Query<unknown, Document>) {
    this.setOptions({ sanitizeFilter: true });
  });
  return schema;
}
