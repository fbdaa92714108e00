import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { AuditEntry, AuditFilters } from '../../../../shared/contract/audit-operations.ts';
import { CalendarDay } from '../../../../shared/contract/statistics.ts';

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

/** The query as the server takes it; a day that is written only in part is none yet. */
export function auditFilters(query: AuditQuery, after: AuditFilters['after'] = null): AuditFilters {
  const { search, actor, action, target, outcome, fromDay, untilDay } = query;
  return {
    search: search.trim(),
    actor,
    action,
    target,
    outcome: outcome === 'any' ? null : outcome,
    from: wholeDay(fromDay),
    until: wholeDay(untilDay),
    after,
  };
}

function wholeDay(day: string): CalendarDay | null {
  return v.is(CalendarDay, day) ? day : null;
}
