import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Group } from '../../shared/contract/group.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/**
 * The whole tree is one document (its `_id` is always `tree`), so that every change of it is one atomic operation: with a
 * document for each group, two administrators who move two groups below each other at once would make a circle.
 */
export const StoredGroupTree = v.object({
  _id: v.string(),
  /** Counts the changes: a change is written only over the state that it was decided on. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  groups: v.array(Group),
});
export type StoredGroupTree = v.InferOutput<typeof StoredGroupTree>;

export type GroupModel = Model<StoredGroupTree>;

/** The collection that holds the tree. */
export function groupModel(connection: Connection): GroupModel {
  const schema = strictSchema<StoredGroupTree>(
    {
      version: { type: Number, required: true },
      groups: {
        type: [{ _id: false, id: { type: String }, name: { type: String }, parent: { type: String, default: null } }],
        required: true,
      },
    },
    'groups',
  );
  readAs(schema, StoredGroupTree);
  return connection.model<StoredGroupTree>('GroupTree', schema);
}
