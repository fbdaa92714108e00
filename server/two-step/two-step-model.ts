import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Role } from '../../shared/contract/account.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** How one account stands with two-step sign-in. There is none for accounts that never began it. */
export const StoredTwoStep = v.object({
  /** The account. */
  _id: AccountId,
  /** `pending`: a secret was shown and no code has confirmed it yet. `off`: an administrator took it away. */
  state: v.picklist(['off', 'pending', 'on']),
  /** The secret, sealed with the server's own. */
  sealed: v.fallback(v.string(), ''),
  /** Steps whose code was taken, the latest last; older ones are past by themselves. */
  usedSteps: v.fallback(v.array(v.number()), []),
  /** Hashes of the recovery codes that are left. */
  recovery: v.fallback(v.array(v.string()), []),
  since: v.fallback(v.nullable(Moment), null),
  resetAt: v.fallback(v.nullable(Moment), null),
  /** Asked of this account by itself. Kept while the step is off. */
  required: v.fallback(v.boolean(), false),
});
export type StoredTwoStep = v.InferOutput<typeof StoredTwoStep>;

export type TwoStepModel = Model<StoredTwoStep>;

export function twoStepModel(connection: Connection): TwoStepModel {
  const schema = strictSchema<StoredTwoStep>(
    {
      state: { type: String, required: true },
      sealed: { type: String, default: '' },
      usedSteps: { type: [Number], default: [] },
      recovery: { type: [String], default: [] },
      since: { type: Number, default: null },
      resetAt: { type: Number, default: null },
      required: { type: Boolean, default: false },
    },
    'two_steps',
  );
  readAs(schema, StoredTwoStep);
  return connection.model<StoredTwoStep>('TwoStep', schema);
}

/** Of which roles two-step sign-in is asked; its `_id` is always `rules`. */
export const StoredTwoStepRules = v.object({ _id: v.string(), roles: v.array(Role) });
export type StoredTwoStepRules = v.InferOutput<typeof StoredTwoStepRules>;

export type TwoStepRulesModel = Model<StoredTwoStepRules>;

export function twoStepRulesModel(connection: Connection): TwoStepRulesModel {
  const schema = strictSchema<StoredTwoStepRules>({ roles: { type: [String], required: true } }, 'two_step_rules');
  readAs(schema, StoredTwoStepRules);
  return connection.model<StoredTwoStepRules>('TwoStepRules', schema);
}
