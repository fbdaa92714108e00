/** The one place where the web panel's operations meet the caller's role, and where what was done is written down. */
import * as v from 'valibot';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers, OperationName } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isAtLeast, leastRole } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { FieldChange } from '../audit/chain.ts';
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
  'surveys.get',
  'surveys.comments',
  'sessions.list',
  'board.look',
  'files.limits',
  'shells.settings',
  'sessions.recordings',
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
  'files.setLimits': 'files.limits',
  'shells.setSettings': 'shells.settings',
  'retention.update': 'retention.get',
  'shared.change': 'shared.list',
  'shared.move': 'shared.list',
  'shared.remove': 'shared.list',
  'surveys.update': 'surveys.get',
  'twoStep.require': 'twoStep.rules',
};

/** What adds to a list, and the operation that reads the list. What was added is what was not in it before. */
const additions: Partial<Record<OperationName<AdminContract>, OperationName<AdminContract>>> = {
  'groups.create': 'groups.list',
  'incidents.add': 'incidents.list',
  'shared.add': 'shared.list',
};

const Identified = v.looseObject({ id: v.string() });
const Things = v.array(v.unknown());
const WithName = v.object({ name: v.string() });
const WithItem = v.object({ item: WithName });

type AdminHandlers = Handlers<AdminContract, AdminContext>;

/**
 * The same handlers, each of which now checks the least role first, and writes down what came of it: who, what, to whom, and
 * which fields from what to what.
 */
export function guardHandlers(handlers: AdminHandlers, audit: AuditWriter, things: ThingsChanged = {}): AdminHandlers {
  const lookAt = (name: OperationName<AdminContract>): Look => {
    const [list, readBy] = [additions[name], readers[name]];
    if (list !== undefined) return lookForNew(handlers[list] as Handler);
    return lookTwice(things[name] ?? (readBy === undefined ? nothingToTell : readWith(handlers[readBy] as Handler)));
  };
  const guarded = Object.entries(handlers).map(([key, handler]) => {
    const name = key as OperationName<AdminContract>;
    return [name, guard(name, handler as Handler, audit, lookAt(name))];
  });
  return Object.fromEntries(guarded) as AdminHandlers;
}

type Handler = (params: unknown, context: AdminContext) => unknown;

/** What a thing is before an act, and how it is read after it from what the act has answered. */
type Look = (
  params: unknown,
  context: AdminContext,
) => Promise<{ readonly before: Thing | undefined; readonly after: (result: unknown) => Promise<Thing | undefined> }>;

const nothingToTell: ReadThing = () => Promise.resolve(undefined);

function lookTwice(readThing: ReadThing): Look {
  return async (params, context) => {
    const before = await readThing(params, context);
    return { before, after: (result) => readThing(before === undefined ? result : params, context) };
  };
}

function lookForNew(read: Handler): Look {
  return async (params, context) => {
    const known = new Set(thingsIn(await read({}, context)).map(({ id }) => id));
    return {
      before: undefined,
      after(result) {
        const added = thingsIn(result).filter(({ id }) => !known.has(id));
        // Somebody else may have added one in the same moment.
        const asked = added.find((thing) => nameIn(thing) === nameIn(params)) ?? added[0];
        return Promise.resolve(asked && { fields: asked, name: nameIn(asked), id: asked.id });
      },
    };
  };
}

function readWith(read: Handler): ReadThing {
  return async (message, context) => {
    const fields: unknown = await read({}, context);
    if (typeof fields !== 'object' || fields === null) return undefined;
    if (!v.is(Identified, message)) return { fields, name: '' };
    const thing = thingsIn(fields).find(({ id }) => id === message.id);
    return thing && { fields: thing, name: nameIn(thing) };
  };
}

/** The things of all lists in an answer. */
function thingsIn(answer: unknown) {
  const parts = typeof answer === 'object' && answer !== null ? Object.values(answer) : [];
  return parts
    .flatMap((part: unknown) => (v.is(Things, part) ? part : []))
    .flatMap((thing) => (v.is(Identified, thing) ? [thing] : []));
}

/** What a thing is called, or what somebody asks for one to be called. */
function nameIn(thing: unknown): string {
  if (v.is(WithName, thing)) return thing.name;
  return v.is(WithItem, thing) ? thing.item.name : '';
}

function guard(name: OperationName<AdminContract>, handler: Handler, audit: AuditWriter, look: Look): Handler {
  return async (params, context) => {
    const { account, address } = context;
    const target = v.is(Identified, params) ? params.id : '';
    const tell = (
      outcome: 'done' | 'failed' | 'refused',
      thing?: Thing,
      changes: readonly FieldChange[] = [],
      made = '',
    ) =>
      audit({
        actor: account.id,
        actorName: `${account.fullName} (${account.userId})`,
        action: name,
        target: target === '' ? (thing?.id ?? made) : target,
        targetName: thing?.name ?? '',
        address,
        outcome,
        changes,
      });
    if (!isAtLeast(account.role, leastRole[name])) {
      tell('refused');
      throw new AppError('not-allowed');
    }
    if (reading.has(name)) return handler(params, context);
    const { before, after } = await look(params, context);
    let result: unknown;
    try {
      result = await handler(params, context);
    } catch (error) {
      tell('failed', before);
      throw error;
    }
    try {
      const now = await after(result);
      tell('done', before ?? now, fieldChanges(before?.fields, now?.fields), idIn(result));
    } catch {
      // It was done, whatever it cannot be read for: only from what to what is not known.
      tell('done', before, [], idIn(result));
    }
    return result;
  };
}

/** The id of what an act has made, such as of a new account. */
function idIn(result: unknown): string {
  const parts = typeof result === 'object' && result !== null ? Object.values(result) : [];
  const made: unknown = parts.find((part) => v.is(Identified, part));
  return v.is(Identified, made) ? made.id : '';
}
