/** A phone with an authenticator app, as people hold it beside the computer. */
import { Secret, TOTP } from 'otpauth';
import { setTimeout as wait } from 'node:timers/promises';

const stepMs = 30_000;

/** The six digits that the phone shows at a moment; `steps` sets its clock so many thirty seconds ahead or behind. */
export function codeOf(secret: string, steps = 0, now = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * stepMs });
}

/** Resolves when so much of the present thirty seconds is left that what follows lies within them. */
export async function roomInTheStep(neededMs = 8000): Promise<void> {
  const leftMs = stepMs - (Date.now() % stepMs);
  if (leftMs < neededMs) await wait(leftMs + 50);
}
