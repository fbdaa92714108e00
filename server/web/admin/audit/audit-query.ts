import { signal } from '@preact/signals';
import type { AuditEntry, AuditFilters } from '../../../../shared/contract/audit-operations.ts';

/** What one looks for in the audit trail, as the page has it: days as the browser's date fields give them. */
export interface AuditQuery {
  readonly search: string;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: AuditEntry['outcome'] | 'any';
  /** `2026-11-25`, or empty. */
  readonly fromDay: string;
  readonly untilDay: string;
}

const everything: AuditQuery = {
  search: '',
  actor: '',
  action: '',
  target: '',
  outcome: 'any',
  fromDay: '',
  untilDay: '',
};

/** Kept while the panel is open, so that a look at an account and back loses nothing. */
export const auditQuery = signal(everything);

/** The query as the server takes it: whole days by this computer's clock. */
export function auditFilters(query: AuditQuery, after: AuditFilters['after'] = null): AuditFilters {
  const { search, actor, action, target, outcome, fromDay, untilDay } = query;
  return {
    search: search.trim(),
    actor,
    action,
    target,
    outcome: outcome === 'any' ? null : outcome,
    from: startOfDay(fromDay, 0),
    until: startOfDay(untilDay, 1),
    after,
  };
}

function startOfDay(day: string, plusDays: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + plusDays).getTime();
  return Number.isFinite(at) && at >= 0 ? at : null;
}
