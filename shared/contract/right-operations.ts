/** What is asked about rights, and told of them. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { AccountId } from './identifiers.ts';
import { EffectiveRight, RightSetting, RightSubject } from './right.ts';

export const adminRightOperations = {
  'rights.get': operation(v.strictObject({ subject: RightSubject }), v.strictObject({ setting: RightSetting })),
  'rights.set': operation(
    v.strictObject({ subject: RightSubject, setting: RightSetting }),
    v.strictObject({ setting: RightSetting }),
  ),
  /** What holds for an account, with who has decided it. */
  'rights.of': operation(v.strictObject({ id: AccountId }), v.strictObject({ rights: v.array(EffectiveRight) })),
};

/** Tells a rep which tools may be used from now on. */
export const rightsChanged = v.strictObject({ type: v.literal('rights.changed'), rights: v.array(EffectiveRight) });
