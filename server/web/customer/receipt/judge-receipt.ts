/** Whether a receipt is as it was when the session ended. Pure. */
import { fingerprintOf } from '../../../../shared/contract/receipt.ts';
import type { ReceiptItem, ReceiptSeal } from '../../../../shared/contract/receipt.ts';
import { faultsIn } from '../../../../shared/contract/receipt-chain.ts';
import type { ChainFault, Sha256 } from '../../../../shared/contract/receipt-chain.ts';

/**
 * `unchanged` by every witness. `own-word`: the link's fingerprint fits, and nobody else can say, because the server's secret is another one by
 * now. `changed`: something does not fit.
 */
export type Verdict = 'unchanged' | 'own-word' | 'changed';

export interface Judgement {
  readonly verdict: Verdict;
  /** The items that are not as they were. */
  readonly faults: readonly ChainFault[];
  /** The seal itself was changed, or does not belong to this chain. */
  readonly isSealBroken: boolean;
  /** The link says another fingerprint than the chain comes to. */
  readonly isOtherLink: boolean;
}

/** `items` are all of the chain; `fingerprint` is what stood in the link. */
export function judgeReceipt(
  items: readonly ReceiptItem[],
  seal: ReceiptSeal,
  fingerprint: string,
  sha256: Sha256,
): Judgement {
  const faults = faultsIn(items, sha256);
  const sealed = items.filter(({ hash }) => hash !== null);
  const isWhole = sealed.length === seal.entries + 1 && sealed.at(-1)?.hash === seal.hash;
  const isSealBroken = seal.state === 'broken' || !isWhole;
  const isOtherLink = fingerprintOf(seal.hash) !== fingerprint;
  const isChanged = faults.length > 0 || isSealBroken || isOtherLink;
  const fits = seal.state === 'intact' ? 'unchanged' : 'own-word';
  return { verdict: isChanged ? 'changed' : fits, faults, isSealBroken, isOtherLink };
}
