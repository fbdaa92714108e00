import Papa from 'papaparse';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { AuditEntry, AuditFilters, adminAuditOperations } from '../../shared/contract/audit-operations.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import { spanOf } from '../statistics/periods.ts';
import type { AuditSearch, AuditTrail } from './audit-trail.ts';

export type AuditHandlers = Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminAuditOperations>;

/** Entries in one part of an export. */
const exportedAtOnce = 2000;

/** What administrators ask of the audit trail. `zone` is the time zone by which their days are counted. */
export function createAuditHandlers(trail: AuditTrail, zone: () => Promise<string>): AuditHandlers {
  const inMoments = async ({ from, until, ...filters }: AuditFilters): Promise<AuditSearch> => {
    const { fromMs, toMs } = spanOf(from, until, await zone());
    return { ...filters, fromMs, toMs };
  };
  return {
    'audit.list': async ({ size, ...filters }) => trail.list(await inMoments(filters), size),
    'audit.export': async ({ format, ...filters }) => {
      const { entries, next } = await trail.list(await inMoments(filters), exportedAtOnce);
      const text = format === 'csv' ? toCsv(entries, filters.after === null) : toLines(entries);
      return { text, next };
    },
    'audit.check': ({ from }) => trail.check(from),
  };
}

const columns = [
  'n',
  'time',
  'actor',
  'actorName',
  'action',
  'target',
  'targetName',
  'address',
  'outcome',
  'changes',
  'hash',
];

function toCsv(entries: readonly AuditEntry[], hasHead: boolean): string {
  const rows = entries.map((entry) => ({
    ...entry,
    time: new Date(entry.at).toISOString(),
    changes: entry.changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('; '),
  }));
  if (rows.length === 0 && !hasHead) return '';
  // Names that begin like a formula would be run by a spreadsheet.
  return `${Papa.unparse(rows, { columns, header: hasHead, escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function toLines(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
