import type { AuditEntry, AuditFilters } from '../../../shared/contract/audit-operations.ts';
import type { Administrator } from '../../support/people.ts';
import { until } from '../customer-host-x11/x-display.ts';

const everything: AuditFilters = {
  search: '',
  actor: '',
  action: '',
  target: '',
  outcome: null,
  from: null,
  until: null,
  after: null,
};

/** The latest hundred entries of the trail, once they say so: they are stored behind the answer. */
export async function auditOf(
  { panel }: Pick<Administrator, 'panel'>,
  says: (entries: readonly AuditEntry[]) => boolean,
): Promise<readonly AuditEntry[]> {
  let entries: readonly AuditEntry[] = [];
  await until('the audit trail', async () => {
    ({ entries } = await panel.call('audit.list', { ...everything, size: 100 }));
    return says(entries);
  });
  return entries;
}
