/** Which tools of a session a rep may use: decided per role, group and account in three states. */
import * as v from 'valibot';
import { Role } from './account.ts';
import type { ConsentScope } from './consent.ts';
import { AccountId, GroupId } from './identifiers.ts';

/** Every tool of a session that a right can be given for. Those that are not built yet ask for theirs when they come. */
export const Tool = v.picklist([
  'view',
  'control',
  'chat',
  'clipboard',
  'files',
  'system-information',
  'shell',
  'actions',
  'recording',
  'elevation',
  'unattended',
]);
export type Tool = v.InferOutput<typeof Tool>;

/** What a tool can do today, and what holds where nobody has decided. */
export const tools: Readonly<Record<Tool, { readonly isThere: boolean; readonly allowed: boolean }>> = {
  view: { isThere: true, allowed: true },
  control: { isThere: true, allowed: true },
  chat: { isThere: true, allowed: true },
  clipboard: { isThere: false, allowed: true },
  files: { isThere: false, allowed: true },
  'system-information': { isThere: true, allowed: true },
  shell: { isThere: false, allowed: false },
  actions: { isThere: false, allowed: true },
  recording: { isThere: false, allowed: false },
  elevation: { isThere: false, allowed: false },
  unattended: { isThere: false, allowed: false },
};

/** What a rep must be allowed to ask a customer for each thing. Control includes seeing. */
export const rightsToAsk: Readonly<Record<ConsentScope, readonly Tool[]>> = {
  view: ['view'],
  control: ['view', 'control'],
  files: ['files'],
  shell: ['shell'],
  'system-information': ['system-information'],
  actions: ['actions'],
};

/** `inherit` leaves it to the next level: from the account over its group and those above to the role. */
export const RightState = v.picklist(['inherit', 'allow', 'deny']);
export type RightState = v.InferOutput<typeof RightState>;

/** Whose rights are set. */
export const RightSubject = v.variant('kind', [
  v.strictObject({ kind: v.literal('role'), role: Role }),
  v.strictObject({ kind: v.literal('group'), group: GroupId }),
  v.strictObject({ kind: v.literal('account'), account: AccountId }),
]);
export type RightSubject = v.InferOutput<typeof RightSubject>;

/** What is decided at one level. A tool in neither list is inherited. */
export const RightSetting = v.pipe(
  v.strictObject({ allow: v.array(Tool), deny: v.array(Tool) }),
  v.check(({ allow, deny }) => !allow.some((tool) => deny.includes(tool)), 'a tool is allowed and denied at once'),
);
export type RightSetting = v.InferOutput<typeof RightSetting>;

/** Who has decided a right. `name` is the group's; empty for the others. */
export const RightReason = v.strictObject({
  level: v.picklist(['account', 'group', 'role', 'default']),
  name: v.string(),
});
export type RightReason = v.InferOutput<typeof RightReason>;

/** What holds for one tool, and why. */
export const EffectiveRight = v.strictObject({ tool: Tool, allowed: v.boolean(), because: RightReason });
export type EffectiveRight = v.InferOutput<typeof EffectiveRight>;
