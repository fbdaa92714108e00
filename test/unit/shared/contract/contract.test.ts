import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  Nothing,
  contract,
  createClient,
  createDispatcher,
  operation,
  parseEvent,
} from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';

const sums = contract(
  {
    'numbers.add': operation(v.strictObject({ a: v.number(), b: v.number() }), v.strictObject({ sum: v.number() })),
    'numbers.fail': operation(Nothing, Nothing),
  },
  v.variant('type', [v.strictObject({ type: v.literal('numbers.added'), sum: v.number() })]),
);

function aServer(
  fail: () => never = () => {
    throw new AppError('not-allowed');
  },
) {
  const refused: string[] = [];
  const dispatch = createDispatcher<typeof sums, string>(
    sums,
    { 'numbers.add': ({ a, b }) => ({ sum: a + b }), 'numbers.fail': fail },
    {
      onRefused: (what) => refused.push(what),
      onFault: () => new AppError('server-fault'),
    },
  );
  return { dispatch, refused, client: createClient(sums, { call: (call) => dispatch(call, 'caller') }) };
}

describe('a contract between two programs', () => {
  it('takes a call to its handler and the answer back', async () => {
    assert.deepEqual(await aServer().client.call('numbers.add', { a: 2, b: 3 }), { sum: 5 });
  });

  it('brings an expected failure back with its code and its words', async () => {
    await assert.rejects(aServer().client.call('numbers.fail', {}), (error) => {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, 'not-allowed');
      return true;
    });
  });

  it('tells nothing of a bug to the other side', async () => {
    const { client } = aServer(() => {
      throw new Error('the secret is 42');
    });
    await assert.rejects(client.call('numbers.fail', {}), (error) => {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, 'server-fault');
      assert.doesNotMatch(error.message, /42/);
      return true;
    });
  });

  it('lets nothing malformed or unknown reach a handler, and counts it', async () => {
    const { dispatch, refused } = aServer();
    const messages: unknown[] = [
      null,
      'numbers.add',
      { operation: 'numbers.add' },
      { operation: ['numbers.add'], params: {} },
      { operation: '__proto__', params: {} },
      { operation: 'constructor', params: {} },
      { operation: 'numbers.add', params: { a: '2', b: 3 } },
      { operation: 'numbers.add', params: { a: 2, b: 3, c: 4 } },
      { operation: 'numbers.add', params: JSON.parse('{"a":2,"b":3,"__proto__":{"isAdmin":true}}') },
    ];
    for (const message of messages) {
      const reply = await dispatch(message, 'caller');
      assert.equal(reply.ok, false);
    }
    assert.equal(refused.length, messages.length);
    assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined);
  });

  it('does not believe an answer that is none', async () => {
    for (const answer of [undefined, 'ok', { ok: true, result: { sum: 'five' } }, { ok: 'yes' }]) {
      const client = createClient(sums, { call: () => Promise.resolve(answer) });
      await assert.rejects(client.call('numbers.add', { a: 2, b: 3 }), AppError);
    }
  });

  it('passes on the events it knows, and no others', () => {
    assert.deepEqual(parseEvent(sums, { type: 'numbers.added', sum: 5 }), { type: 'numbers.added', sum: 5 });
    assert.equal(parseEvent(sums, { type: 'numbers.removed', sum: 5 }), undefined);
    assert.equal(parseEvent(sums, { type: 'numbers.added', sum: '5' }), undefined);
  });
});
