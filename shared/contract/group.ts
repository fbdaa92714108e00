/** Groups: the directory in which accounts stand, as a tree. */
import * as v from 'valibot';
import { GroupId } from './identifiers.ts';
import { line } from './text.ts';

export const GroupName = line(60);

/** One group. `parent` is `null` for one that stands directly under the organisation. */
export const Group = v.strictObject({ id: GroupId, name: GroupName, parent: v.nullable(GroupId) });
export type Group = v.InferOutput<typeof Group>;

/** All groups of the organisation, in no particular order; each one's parent is among them. */
export type GroupTree = readonly Group[];

/** The groups that a team lead looks after, each with everything below it. */
export const LedGroups = v.pipe(v.array(GroupId), v.maxLength(50));
