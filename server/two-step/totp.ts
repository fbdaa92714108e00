/** Codes of an authenticator program by RFC 6238: six digits, SHA-1, thirty seconds, as every one of them speaks it. */
import { Secret, TOTP } from 'otpauth';

const stepMs = 30_000;
/** Steps before and after the present one whose code counts too: clocks of phones differ, and typing takes time. */
const window = 1;
/** 160 bits, as RFC 4226 asks for: 32 letters and digits. */
const secretBytes = 20;

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/**
 * The step whose code this is, among the present one and one to either side; `undefined` for any other code. Which step
 * it is has to be remembered by whoever takes the code, so that it is taken once.
 */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window });
  return delta === null ? undefined : Math.floor(now / stepMs) + delta;
}

/** What the QR code holds: who the secret is for, so that a phone with several of them tells them apart. */
export function totpUri(secret: string, issuer: string, userId: string): string {
  return totpOf(secret, issuer, userId).toString();
}

function totpOf(secret: string, issuer = 'RemoteHelp', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: stepMs / 1000 });
}
