/** Two-step sign-in: after the password a code that only the person's own phone, or a recovery code on paper, can give. */
import * as v from 'valibot';
import { Moment } from './text.ts';

/**
 * What is typed for the second step: six digits of the phone, or one of the recovery codes. Blanks and dashes do not
 * count, nor does case.
 */
export const SecondStepCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()),
  v.regex(/^(?:[0-9]{6}|[a-z2-7]{16})$/, 'must be six digits, or a recovery code of 16 letters and digits'),
);

/** Ten codes, told once; each opens the second step once, without the phone. */
export const RecoveryCodes = v.array(v.pipe(v.string(), v.regex(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/)));
export type RecoveryCodes = v.InferOutput<typeof RecoveryCodes>;

/** What an authenticator program is given, in letters to type and as the address that its QR code holds. */
export const TwoStepSecret = v.strictObject({
  secret: v.pipe(v.string(), v.regex(/^[A-Z2-7]{32}$/)),
  uri: v.pipe(v.string(), v.regex(/^otpauth:\/\/totp\/\S+$/)),
});
export type TwoStepSecret = v.InferOutput<typeof TwoStepSecret>;

/** How an account stands with two-step sign-in. */
export const TwoStepState = v.strictObject({
  /** Since when it is on; `null` while it is off. */
  since: v.nullable(Moment),
  /** Recovery codes that are left. */
  recoveryLeft: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The administrators ask it, of this account's role or of this very account. */
  isRequired: v.boolean(),
  /** They ask it of this very account, whatever its role. */
  isRequiredHere: v.boolean(),
  /** When an administrator took it away the last time; `null` for never, and once it is on again. */
  resetAt: v.nullable(Moment),
});
export type TwoStepState = v.InferOutput<typeof TwoStepState>;
