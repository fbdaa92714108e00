/** The one place where the web panel's operations meet the caller's role, and where what was done is written down. */
import * as v from 'valibot';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers, OperationName } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isAtLeast, leastRole } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { AdminContext } from './admin-context.ts';

/** They change nothing, so they are not written down. */
const reading: ReadonlySet<OperationName<AdminContract>> = new Set([
  'self.get',
  'accounts.list',
  'channels.list',
  'mail.get',
  'groups.list',
  'statistics.get',
  'statistics.csv',
  'queueDefaults.get',
  'organisation.times',
  'incidents.list',
  'branding.get',
  'shared.list',
]);

const Named = v.object({ id: v.string() });

type AdminHandlers = Handlers<AdminContract, AdminContext>;

/** The same handlers, each of which now checks the least role first and audits what came of it. */
export function guardHandlers(handlers: AdminHandlers, audit: AuditWriter): AdminHandlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    guard(name as OperationName<AdminContract>, handler as Handler, audit),
  ]);
  return Object.fromEntries(guarded) as AdminHandlers;
}

type Handler = (params: unknown, context: AdminContext) => unknown;

function guard(name: OperationName<AdminContract>, handler: Handler, audit: AuditWriter): Handler {
  return async (params, context) => {
    const { account, address } = context;
    const target = v.is(Named, params) ? params.id : '';
    const tell = (outcome: 'done' | 'failed' | 'refused') =>
      audit({ actor: account.id, action: name, target, address, outcome });
    if (!isAtLeast(account.role, leastRole[name])) {
      tell('refused');
      throw new AppError('not-allowed');
    }
    try {
      const result = await handler(params, context);
      if (!reading.has(name)) tell('done');
      return result;
    } catch (error) {
      if (!reading.has(name)) tell('failed');
      throw error;
    }
  };
}
