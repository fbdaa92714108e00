/**
 * One mechanism for every link: a contract is a map of operations (schemas of parameters and result) and a union of
 * events. Of it come a typed client and a dispatcher that lets nothing unparsed through. What carries the messages
 * (Socket.IO, an extension port, native-messaging frames, HTTP) is told apart from what they say.
 */
import * as v from 'valibot';
import { AppError, errorCatalogue, isErrorCode } from './errors.ts';

type Schema = v.GenericSchema<unknown, unknown>;

export interface Operation<P extends Schema = Schema, R extends Schema = Schema> {
  readonly params: P;
  readonly result: R;
}

export interface Contract<
  Operations extends Record<string, Operation> = Record<string, Operation>,
  Event extends Schema = Schema,
> {
  readonly operations: Operations;
  readonly event: Event;
}

export type OperationName<C extends Contract> = keyof C['operations'] & string;
export type ParamsOf<C extends Contract, N extends OperationName<C>> = v.InferOutput<C['operations'][N]['params']>;
export type ParamsInput<C extends Contract, N extends OperationName<C>> = v.InferInput<C['operations'][N]['params']>;
export type ResultOf<C extends Contract, N extends OperationName<C>> = v.InferOutput<C['operations'][N]['result']>;
export type ResultInput<C extends Contract, N extends OperationName<C>> = v.InferInput<C['operations'][N]['result']>;
export type EventOf<C extends Contract> = v.InferOutput<C['event']>;
export type EventInput<C extends Contract> = v.InferInput<C['event']>;

export function operation<P extends Schema, R extends Schema>(params: P, result: R): Operation<P, R> {
  return { params, result };
}

export function contract<O extends Record<string, Operation>, E extends Schema>(
  operations: O,
  event: E,
): Contract<O, E> {
  return { operations, event };
}

/** No parameters, or nothing to say back. */
export const Nothing = v.strictObject({});

/** What every carrier takes to the other side. */
export const Call = v.strictObject({ operation: v.pipe(v.string(), v.maxLength(64)), params: v.unknown() });
export type Call = v.InferOutput<typeof Call>;

/** What comes back for a call. */
export const Reply = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), result: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.strictObject({ code: v.string(), text: v.string(), field: v.optional(v.string()) }),
  }),
]);
export type Reply = v.InferOutput<typeof Reply>;

/** A way to the other side and back. It rejects when no answer came; it never interprets. */
export interface Carrier {
  call(call: Call): Promise<unknown>;
}

export interface Client<C extends Contract> {
  /** Asks the other side. Throws an {@link AppError} with the other side's code, or `invalid` for an answer that is none. */
  call<N extends OperationName<C>>(name: N, params: ParamsInput<C, N>): Promise<ResultOf<C, N>>;
}

/** The typed client of a contract over any carrier. Answers are parsed, as everything from outside. */
export function createClient<C extends Contract>(of: C, carrier: Carrier): Client<C> {
  return {
    async call(name, params) {
      const known = of.operations[name];
      if (known === undefined) throw new AppError('invalid', { text: `The contract has no operation ${name}.` });
      const reply = v.safeParse(Reply, await carrier.call({ operation: name, params }));
      if (!reply.success) throw new AppError('invalid', { cause: v.summarize(reply.issues) });
      if (!reply.output.ok) {
        const { code, text } = reply.output.error;
        throw new AppError(isErrorCode(code) ? code : 'server-fault', { text });
      }
      const result = v.safeParse(known.result, reply.output.result);
      if (!result.success) throw new AppError('invalid', { cause: v.summarize(result.issues) });
      return result.output;
    },
  };
}

/** One handler for each operation; `context` is whatever the link's edge knows of the caller. */
export type Handlers<C extends Contract, Context> = {
  readonly [N in OperationName<C>]: (
    params: ParamsOf<C, N>,
    context: Context,
  ) => Promise<ResultInput<C, N>> | ResultInput<C, N>;
};

export interface DispatchHooks<Context> {
  /** A message that was no call of this contract: count it, close the link after a few. It reached no handler. */
  readonly onRefused: (what: string, context: Context) => void;
  /** A handler failed with something that is no {@link AppError}: a bug, or the store being down. */
  readonly onFault: (error: unknown, operation: string, context: Context) => AppError;
}

/** Answers the calls of a contract. The returned function never rejects. */
export function createDispatcher<C extends Contract, Context>(
  of: C,
  handlers: Handlers<C, Context>,
  hooks: DispatchHooks<Context>,
): (message: unknown, context: Context) => Promise<Reply> {
  return async (message, context) => {
    const call = v.safeParse(Call, message);
    if (!call.success) {
      hooks.onRefused('not a call', context);
      return failure(new AppError('invalid'));
    }
    const name = call.output.operation;
    const known = Object.hasOwn(of.operations, name) ? of.operations[name] : undefined;
    if (known === undefined) {
      hooks.onRefused('unknown operation', context);
      return failure(new AppError('invalid', { text: 'This server does not know that operation.' }));
    }
    const params = v.safeParse(known.params, call.output.params);
    if (!params.success) {
      hooks.onRefused(`malformed ${name}`, context);
      return malformed(params.issues);
    }
    try {
      const handler = handlers[name as OperationName<C>];
      const result = await handler(params.output, context);
      return { ok: true, result: v.parse(known.result, result) };
    } catch (error) {
      return failure(error instanceof AppError ? error : hooks.onFault(error, name, context));
    }
  };
}

/** Parses an event from the other side; `undefined` for one that this version does not know. */
export function parseEvent<C extends Contract>(of: C, message: unknown): EventOf<C> | undefined {
  const event = v.safeParse(of.event, message);
  return event.success ? event.output : undefined;
}

/** The reply that tells of a failure. */
export function failure(error: AppError): Reply {
  return { ok: false, error: { code: error.code, text: error.message } };
}

function malformed(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Reply {
  const field = v.getDotPath(issues[0]);
  const text = field ? `${field}: ${issues[0].message}` : errorCatalogue.invalid.text;
  return { ok: false, error: { code: 'invalid', text, ...(field ? { field } : {}) } };
}
