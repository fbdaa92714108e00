import * as v from 'valibot';
import { Role } from '../../../../shared/contract/account.ts';
import { AccountId, GroupId } from '../../../../shared/contract/identifiers.ts';
import type { RightSubject } from '../../../../shared/contract/right.ts';

const Named = v.variant('kind', [
  v.object({ kind: v.literal('role'), id: Role }),
  v.object({ kind: v.literal('group'), id: GroupId }),
  v.object({ kind: v.literal('account'), id: AccountId }),
]);

/** A subject as one word for addresses and lists: `group:<id>`. */
export function subjectWord(subject: RightSubject): string {
  if (subject.kind === 'role') return `role:${subject.role}`;
  return subject.kind === 'group' ? `group:${subject.group}` : `account:${subject.account}`;
}

/** What a word names; the role of reps for what names nothing. */
export function readSubject(word: string | null): RightSubject {
  const [kind, id] = (word ?? '').split(':');
  const named = v.safeParse(Named, { kind, id });
  if (!named.success) return { kind: 'role', role: 'representative' };
  const { output } = named;
  if (output.kind === 'role') return { kind: 'role', role: output.id };
  return output.kind === 'group' ? { kind: 'group', group: output.id } : { kind: 'account', account: output.id };
}
