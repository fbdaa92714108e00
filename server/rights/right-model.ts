import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Tool } from '../../shared/contract/right.ts';
import type { RightSubject } from '../../shared/contract/right.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/* A tool that this program does not know grants and denies nothing here. */
const KnownTools = v.pipe(
  v.array(v.unknown()),
  v.transform((named) => named.filter((tool): tool is Tool => v.is(Tool, tool))),
);

/** What is decided at one level. `_id` is {@link subjectKey}; a level that decides nothing has no document. */
export const StoredRights = v.object({ _id: v.string(), allow: KnownTools, deny: KnownTools });
export type StoredRights = v.InferOutput<typeof StoredRights>;

export type RightModel = Model<StoredRights>;

/** The collection of what is decided. */
export function rightModel(connection: Connection): RightModel {
  const schema = strictSchema<StoredRights>(
    { allow: { type: [String], required: true }, deny: { type: [String], required: true } },
    'rights',
  );
  readAs(schema, StoredRights);
  return connection.model<StoredRights>('Rights', schema);
}

/** The one name of a level: `role:team-lead`, `group:<id>`, `account:<id>`. */
export function subjectKey(subject: RightSubject): string {
  switch (subject.kind) {
    case 'role':
      return `role:${subject.role}`;
    case 'group':
      return `group:${subject.group}`;
    case 'account':
      return `account:${subject.account}`;
    default:
      return subject satisfies never;
  }
}
