import type { RecoveryCodes } from '../../shared/contract/two-step.ts';
import { hashSecret, randomBase32 } from '../secrets/random.ts';

const howMany = 10;
/** 80 bits: nobody can guess one, nor find it from its hash. */
const letters = 16;

/** Ten new recovery codes, to be told once, in groups of four. */
export function newRecoveryCodes(): RecoveryCodes {
  return Array.from({ length: howMany }, () => {
    const code = randomBase32().slice(0, letters);
    return (code.match(/.{4}/g) ?? []).join('-');
  });
}

/** What is stored of a recovery code, however it was typed. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(code.replaceAll('-', ''));
}
