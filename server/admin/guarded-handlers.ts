/** The one place where the web panel's operations meet the caller's role, and where what was done is written down. */
import * as v from 'valibot';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers, OperationName } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isAtLeast, leastRole } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import { fieldChanges } from '../audit/field-changes.ts';
import type { AdminContext } from './admin-context.ts';
import type { ReadThing, Thing, ThingsChanged } from './things-changed.ts';

/** They change nothing, so they are not written down. */
const reading: ReadonlySet<OperationName<AdminContract>> = new Set([
  'self.get',
  'accounts.list',
  'accounts.twoStep',
  'audit.list',
  'audit.check',
  'accounts.page',
  'accounts.get',
  'accounts.planImport',
  'channels.list',
  'groups.list',
  'mail.get',
  'self.twoStep',
  'rights.get',
  'rights.of',
  'statistics.get',
  'statistics.csv',
  'queueDefaults.get',
  'organisation.times',
  'incidents.list',
  'branding.get',
  'relay.get',
  'shared.list',
  'twoStep.rules',
  'helpDesks.get',
  'statistics.choices',
  'sessions.list',
  'sessions.log',
  'board.look',
  'retention.get',
  'retention.count',
]);

/**
 * What is changed, and the operation that reads it: settings of the organisation, or a list in which the thing stands by its id.
 * A new one adds its line.
 */
const readers: Partial<Record<OperationName<AdminContract>, OperationName<AdminContract>>> = {
  'branding.update': 'branding.get',
  'branding.setLogo': 'branding.get',
  'groups.rename': 'groups.list',
  'groups.move': 'groups.list',
  'groups.remove': 'groups.list',
  'incidents.change': 'incidents.list',
  'incidents.move': 'incidents.list',
  'incidents.setRetired': 'incidents.list',
  'helpDesks.update': 'helpDesks.get',
  'mail.update': 'mail.get',
  'mail.remove': 'mail.get',
  'organisation.setTimes': 'organisation.times',
  'queueDefaults.update': 'queueDefaults.get',
  'relay.remove': 'relay.get',
  'relay.update': 'relay.get',
  'retention.update': 'retention.get',
  'shared.change': 'shared.list',
  'shared.remove': 'shared.list',
  'twoStep.require': 'twoStep.rules',
};

const Named = v.object({ id: v.string() });
const Things = v.array(v.unknown());
const WithName = v.object({ name: v.string() });

type AdminHandlers = Handlers<AdminContract, AdminContext>;

/**
 * The same handlers, each of which now checks the least role first, and writes down what came of it: who, what, to whom, and
 * which fields from what to what.
 */
export function guardHandlers(handlers: AdminHandlers, audit: AuditWriter, things: ThingsChanged = {}): AdminHandlers {
  const guarded = Object.entries(handlers).map(([key, handler]) => {
    const name = key as OperationName<AdminContract>;
    const readBy = readers[name];
    const readSettings = readBy === undefined ? nothingToTell : readWith(handlers[readBy] as Handler);
    return [name, guard(name, handler as Handler, { audit, readThing: things[name] ?? readSettings })];
  });
  return Object.fromEntries(guarded) as AdminHandlers;
}

type Handler = (params: unknown, context: AdminContext) => unknown;

const nothingToTell: ReadThing = () => Promise.resolve(undefined);

function readWith(read: Handler): ReadThing {
  return async (message, context) => {
    const fields: unknown = await read({}, context);
    if (typeof fields !== 'object' || fields === null) return undefined;
    if (!v.is(Named, message)) return { fields, name: '' };
    const things = Object.values(fields).flatMap((part: unknown) => (v.is(Things, part) ? part : []));
    const thing = things.find((one) => v.is(Named, one) && one.id === message.id);
    if (typeof thing !== 'object' || thing === null) return undefined;
    return { fields: thing, name: v.is(WithName, thing) ? thing.name : '' };
  };
}

function guard(
  name: OperationName<AdminContract>,
  handler: Handler,
  { audit, readThing }: { readonly audit: AuditWriter; readonly readThing: ReadThing },
): Handler {
  return async (params, context) => {
    const { account, address } = context;
    const target = v.is(Named, params) ? params.id : '';
    const tell = (outcome: 'done' | 'failed' | 'refused', before?: Thing, after?: Thing, made = '') =>
      audit({
        actor: account.id,
        actorName: `${account.fullName} (${account.userId})`,
        action: name,
        target: target === '' ? made : target,
        targetName: (before ?? after)?.name ?? '',
        address,
        outcome,
        changes: outcome === 'done' ? fieldChanges(before?.fields, after?.fields) : [],
      });
    if (!isAtLeast(account.role, leastRole[name])) {
      tell('refused');
      throw new AppError('not-allowed');
    }
    if (reading.has(name)) return handler(params, context);
    const before = await readThing(params, context);
    try {
      const result = await handler(params, context);
      const after = await readThing(before === undefined ? result : params, context);
      tell('done', before, after, idIn(result));
      return result;
    } catch (error) {
      tell('failed', before);
      throw error;
    }
  };
}

/** The id of what an act has made, such as of a new account. */
function idIn(result: unknown): string {
  const parts = typeof result === 'object' && result !== null ? Object.values(result) : [];
  const made: unknown = parts.find((part) => v.is(Named, part));
  return v.is(Named, made) ? made.id : '';
}
