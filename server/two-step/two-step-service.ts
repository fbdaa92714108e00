/** Two-step sign-in of each account: switched on by a first code, asked at every sign-in, taken away by its owner or an administrator. */
import type { Account, Role } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RecoveryCodes, TwoStepSecret, TwoStepState } from '../../shared/contract/two-step.ts';
import type { Clock } from '../config/clock.ts';
import { unlike } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { Seal } from '../secrets/seal.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';
import type { StoredTwoStep, TwoStepModel, TwoStepRulesModel } from './two-step-model.ts';

/** Far more than fit into the window in which a code is taken at all. */
const stepsRemembered = 10;
const rulesId = 'rules';

export interface TwoStep {
  state(account: Pick<Account, 'id' | 'role'>): Promise<TwoStepState>;
  /** What a sign-in with the right password still needs; `undefined` for nothing. */
  needed(account: Pick<Account, 'id' | 'role'>): Promise<'code' | 'enrol' | undefined>;
  /** Makes a fresh secret for an account that has none yet. Throws `already-exists` when two-step sign-in is on. */
  begin(account: Pick<Account, 'id' | 'userId'>): Promise<TwoStepSecret>;
  /** Switches it on by the first code of the secret that was shown last. Throws `code-wrong`, `not-found` before `begin`. */
  confirm(account: AccountId, code: string): Promise<RecoveryCodes>;
  /** Takes a code of the phone, or a recovery code, and takes each once. Throws `code-wrong`. */
  prove(account: AccountId, code: string): Promise<void>;
  /** Throws `not-found` while it is off. */
  renewRecovery(account: AccountId): Promise<RecoveryCodes>;
  /** Switches it off. Throws `not-allowed` when it is asked of the account or of its role. */
  end(account: Pick<Account, 'id' | 'role'>): Promise<void>;
  /** Takes it away from somebody else, which their own page then says. */
  reset(account: AccountId): Promise<void>;
  /** Asks it of one account whatever its role, or leaves it to the role. */
  requireOf(account: AccountId, required: boolean): Promise<void>;
  rules(): Promise<Role[]>;
  require(roles: readonly Role[]): Promise<Role[]>;
}

export function createTwoStep(parts: {
  readonly model: TwoStepModel;
  readonly rulesModel: TwoStepRulesModel;
  readonly seal: Seal;
  /** What the entry on the phone is called. */
  readonly issuer: () => Promise<string>;
  readonly clock: Clock;
}): TwoStep {
  const { model, rulesModel, seal, issuer, clock } = parts;
  const read = (_id: AccountId) => model.findOne({ _id }).lean();
  const rules = async () => (await rulesModel.findOne({ _id: rulesId }).lean())?.roles ?? [];

  function stepOf(stored: StoredTwoStep | null, code: string): number {
    const secret = stored === null ? undefined : seal.open(stored.sealed);
    const step = secret === undefined ? undefined : stepOfCode(secret, code, clock.now());
    if (step === undefined) throw new AppError('code-wrong');
    return step;
  }

  return {
    async state({ id, role }) {
      const [stored, roles] = await Promise.all([read(id), rules()]);
      const isOn = stored?.state === 'on';
      return {
        since: isOn ? stored.since : null,
        recoveryLeft: isOn ? stored.recovery.length : 0,
        isRequired: stored?.required === true || roles.includes(role),
        isRequiredHere: stored?.required === true,
        resetAt: isOn ? null : (stored?.resetAt ?? null),
      };
    },

    async needed({ id, role }) {
      const [stored, roles] = await Promise.all([read(id), rules()]);
      if (stored?.state === 'on') return 'code';
      return stored?.required === true || roles.includes(role) ? 'enrol' : undefined;
    },

    async begin({ id, userId }) {
      const secret = newTotpSecret();
      const notOn = { _id: id, state: unlike('on' as const) };
      try {
        await model.updateOne(
          notOn,
          { $set: { state: 'pending', sealed: seal.seal(secret), usedSteps: [], recovery: [] } },
          { upsert: true },
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new AppError('already-exists', { text: 'Two-step sign-in is on already.', cause: error });
      }
      return { secret, uri: totpUri(secret, await issuer(), userId) };
    },

    async confirm(account, code) {
      const pending = await read(account);
      if (pending?.state !== 'pending') throw new AppError('not-found');
      const step = stepOf(pending, code);
      const recoveryCodes = newRecoveryCodes();
      const on = {
        state: 'on',
        usedSteps: [step],
        recovery: recoveryCodes.map(hashRecoveryCode),
        since: clock.now(),
        resetAt: null,
      } as const;
      // The very secret that the code was of: another page may have made another one meanwhile.
      const { modifiedCount } = await model.updateOne(
        { _id: account, state: 'pending', sealed: pending.sealed },
        { $set: on },
      );
      if (modifiedCount === 0) throw new AppError('code-wrong');
      return recoveryCodes;
    },

    async prove(account, code) {
      if (!/^[0-9]{6}$/.test(code)) {
        const recovery = hashRecoveryCode(code);
        const used = await model.updateOne({ _id: account, state: 'on', recovery }, { $pull: { recovery } });
        if (used.modifiedCount === 0) throw new AppError('code-wrong');
        return;
      }
      const step = stepOf(await read(account), code);
      // One operation says who used the step: of two sign-ins with one code, one comes in.
      const { modifiedCount } = await model.updateOne(
        { _id: account, state: 'on', usedSteps: unlike(step) },
        { $push: { usedSteps: { $each: [step], $slice: -stepsRemembered } } },
      );
      if (modifiedCount === 0) throw new AppError('code-wrong');
    },

    async renewRecovery(account) {
      const recoveryCodes = newRecoveryCodes();
      const fresh = { recovery: recoveryCodes.map(hashRecoveryCode) };
      const { matchedCount } = await model.updateOne({ _id: account, state: 'on' }, { $set: fresh });
      if (matchedCount === 0) throw new AppError('not-found');
      return recoveryCodes;
    },

    async end({ id, role }) {
      const ofYou = new AppError('not-allowed', { text: 'Two-step sign-in is required of you. It stays on.' });
      if ((await rules()).includes(role)) throw ofYou;
      // In one operation with the question, so that what is asked of the account in this moment holds.
      const { deletedCount } = await model.deleteOne({ _id: id, required: unlike(true) });
      if (deletedCount === 0 && (await read(id))?.required === true) throw ofYou;
    },

    async reset(account) {
      const off = { state: 'off', sealed: '', usedSteps: [], recovery: [], since: null, resetAt: clock.now() } as const;
      await model.updateOne({ _id: account }, { $set: off }, { upsert: true });
    },

    async requireOf(account, required) {
      const whenNew = { state: 'off', sealed: '', usedSteps: [], recovery: [], since: null, resetAt: null } as const;
      await model.updateOne({ _id: account }, { $set: { required }, $setOnInsert: whenNew }, { upsert: true });
    },

    rules,

    async require(roles) {
      const kept = [...new Set(roles)];
      await rulesModel.updateOne({ _id: rulesId }, { $set: { roles: kept } }, { upsert: true });
      return kept;
    },
  };
}
