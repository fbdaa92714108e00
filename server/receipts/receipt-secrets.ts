/** What follows from the server's secret for receipts: the token of each link, and the signature under each chain. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { ReceiptToken } from '../../shared/contract/receipt.ts';
import type { SealState } from '../../shared/contract/receipt.ts';
import { canonical } from '../../shared/contract/receipt-chain.ts';
import { base32Of } from '../secrets/random.ts';
import { keyFor } from '../secrets/seal.ts';
import type { ReceiptRecord } from './receipt-model.ts';

type Signed = Pick<ReceiptRecord, '_id' | 'token' | 'sealedAt' | 'chain'>;

export interface ReceiptSecrets {
  /** Always the same one for a session, so that it need not be kept to be shown again. */
  tokenOf(session: SessionId): ReceiptToken;
  sign(seal: Signed): Pick<ReceiptRecord, 'key' | 'signature'>;
  check(record: ReceiptRecord): SealState;
}

export function createReceiptSecrets(secret: Uint8Array): ReceiptSecrets {
  const tokenKey = keyFor(secret, 'receipt token');
  const signKey = keyFor(secret, 'receipt seal');
  const key = createHash('sha256').update(keyFor(secret, 'receipt key name')).digest('base64url').slice(0, 22);
  const signatureOf = ({ _id, token, sealedAt, chain }: Signed) =>
    createHmac('sha256', signKey)
      .update(canonical({ session: _id, token, sealedAt, chain: chain.map(({ seq, hash }) => [seq, hash]) }))
      .digest();

  return {
    tokenOf: (session) =>
      v.parse(ReceiptToken, base32Of(createHmac('sha256', tokenKey).update(session).digest().subarray(0, 17))),
    sign: (seal) => ({ key, signature: signatureOf(seal).toString('base64url') }),
    check(record) {
      if (record.key !== key) return 'foreign';
      const [is, should] = [Buffer.from(record.signature, 'base64url'), signatureOf(record)];
      return is.length === should.length && timingSafeEqual(is, should) ? 'intact' : 'broken';
    },
  };
}

/** In hex, as receipts are hashed. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
