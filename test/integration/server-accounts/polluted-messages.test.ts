import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Nothing, contract, createDispatcher, operation } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { hasHostileKeys } from '../../../server/edge/hostile-keys.ts';

const small = contract(
  {
    'self.update': operation(
      v.strictObject({ fullName: v.string(), more: v.optional(v.record(v.string(), v.unknown())) }),
      Nothing,
    ),
  },
  v.strictObject({ type: v.literal('nothing') }),
);
const faults: unknown[] = [];
const dispatch = createDispatcher<typeof small, undefined>(
  small,
  { 'self.update': async () => ({}) },
  {
    onRefused: () => undefined,
    onFault: (error) => {
      faults.push(error);
      return new AppError('server-fault');
    },
  },
);

/** As they come over the line: JSON makes `__proto__` a key of its own, which careless copying would follow. */
const bodies = [
  '{"operation":"self.update","params":{"fullName":"M","__proto__":{"isAdmin":true}}}',
  '{"operation":"self.update","params":{"fullName":"M","more":{"__proto__":{"isAdmin":true}}}}',
  '{"operation":"self.update","params":{"fullName":"M","more":{"constructor":{"prototype":{"isAdmin":true}}}}}',
  '{"operation":"self.update","params":{"fullName":{"__proto__":{"isAdmin":true}}}}',
  '{"operation":"__proto__","params":{"isAdmin":true}}',
  '{"operation":"constructor","params":{"prototype":{"isAdmin":true}}}',
  '{"__proto__":{"isAdmin":true},"operation":"self.update","params":{"fullName":"M"}}',
];

describe('A message that reaches for the prototype of all objects', () => {
  it('is acted on by nobody, and leaves every object as it was, also where the door would have let it in [H-19]', async () => {
    for (const body of bodies) {
      const message: unknown = JSON.parse(body);
      const isKeptOut = hasHostileKeys(message);
      const reply = await dispatch(message, undefined);
      assert.ok(isKeptOut || !reply.ok, body);
      assert.equal(Reflect.get({}, 'isAdmin'), undefined, body);
      assert.equal(Reflect.get(Object, 'isAdmin'), undefined, body);
    }
    assert.deepEqual(faults, []);
  });
});
