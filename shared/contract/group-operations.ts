/** What the web panel asks about groups. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { Group, GroupName } from './group.ts';
import { GroupId } from './identifiers.ts';

/** A group with how many accounts stand directly in it. */
export const CountedGroup = v.strictObject({
  ...Group.entries,
  accounts: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type CountedGroup = v.InferOutput<typeof CountedGroup>;

const groups = v.strictObject({ groups: v.array(CountedGroup) });

/** Each answers with all groups as they are then. */
export const adminGroupOperations = {
  'groups.list': operation(Nothing, groups),
  'groups.create': operation(v.strictObject({ name: GroupName, parent: v.nullable(GroupId) }), groups),
  'groups.rename': operation(v.strictObject({ id: GroupId, name: GroupName }), groups),
  /** Puts a group, with everything below it, under another one; `null` puts it directly under the organisation. */
  'groups.move': operation(v.strictObject({ id: GroupId, parent: v.nullable(GroupId) }), groups),
  /** `moveTo` takes what stands in the group. Without it only an empty group is removed. */
  'groups.remove': operation(v.strictObject({ id: GroupId, moveTo: v.optional(v.nullable(GroupId)) }), groups),
};
