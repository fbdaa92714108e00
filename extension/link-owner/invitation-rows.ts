import type { RepInvitation } from '../../shared/contract/invitation.ts';

/** The invitations with this one as it is now, in the order in which they were made. */
export function withInvitation(rows: readonly RepInvitation[], changed: RepInvitation): readonly RepInvitation[] {
  return [...rows.filter(({ id }) => id !== changed.id), changed].toSorted(
    (one, other) => one.createdAt - other.createdAt,
  );
}

/** Whether a customer asks this rep by name, and nobody has answered yet. */
export function isAskedDirectly({ kind, helper }: RepInvitation): boolean {
  return kind === 'direct' && helper === null;
}
