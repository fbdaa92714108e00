/** What opens an invitation: a ticket for links, ten characters for typing. Found by keyed hashes, shown again from a sealed copy. */
import { createHmac } from 'node:crypto';
import { randomBase32 } from '../secrets/random.ts';
import { createSeal, keyFor } from '../secrets/seal.ts';
import type { InvitationRecord } from './invitation-model.ts';

const codeLength = 10;

export interface InvitationSecrets {
  /** New ones, in the form in which they are stored. */
  make(): Pick<InvitationRecord, 'link' | 'code' | 'sealed'>;
  /** `undefined` when the data were moved without the server's secret. */
  open(sealed: string): { readonly ticket: string; readonly code: string } | undefined;
  /** The filter that finds what a ticket or a code opens. */
  find(secret: string): { readonly link: string } | { readonly code: string };
}

export function createInvitationSecrets(secret: Uint8Array): InvitationSecrets {
  const key = keyFor(secret, 'invitation id');
  const seal = createSeal(secret, 'invitation seal');
  const idOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    make() {
      const ticket = randomBase32();
      const code = randomBase32().slice(0, codeLength);
      return { link: idOf(ticket), code: idOf(code), sealed: seal.seal(`${ticket} ${code}`) };
    },
    open(sealed) {
      const [ticket, code] = seal.open(sealed)?.split(' ') ?? [];
      return ticket === undefined || code === undefined ? undefined : { ticket, code };
    },
    find: (text) => (text.length === codeLength ? { code: idOf(text) } : { link: idOf(text) }),
  };
}
