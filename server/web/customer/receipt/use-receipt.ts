import { useEffect, useState } from 'preact/hooks';
import type { ReceiptItem, ReceiptLink, ReceiptSeal } from '../../../../shared/contract/receipt.ts';
import type { CustomerModel } from '../customer-model.ts';
import { sha256Hex } from '../proof/sha-256-hex.ts';
import { useAction } from '../use-action.ts';
import { judgeReceipt } from './judge-receipt.ts';
import type { Judgement } from './judge-receipt.ts';
import { readReceipt } from './read-receipt.ts';
import type { ReadReceipt } from './read-receipt.ts';

/** A receipt that has been fetched as a whole and checked in this browser. */
export interface OpenReceipt {
  readonly seal: ReceiptSeal;
  readonly items: readonly ReceiptItem[];
  readonly read: ReadReceipt;
  readonly judgement: Judgement;
}

/** Fetches a receipt once the server can be reached, and checks it. */
export function useReceipt(model: CustomerModel, { token, fingerprint }: ReceiptLink) {
  const [receipt, setReceipt] = useState<OpenReceipt>();
  const opening = useAction();
  const isOpen = model.link.value.at === 'open';
  useEffect(() => {
    if (!isOpen || receipt !== undefined) return;
    opening.run(async () => {
      const { seal, items: first, more } = await model.server.call('receipts.open', { token });
      const items = [...first];
      for (let isMore = more; isMore;) {
        const page = await model.server.call('receipts.after', { token, seq: items.at(-1)?.seq ?? 0 });
        items.push(...page.items);
        isMore = page.more && page.items.length > 0;
      }
      setReceipt({
        seal,
        items,
        read: readReceipt(items),
        judgement: judgeReceipt(items, seal, fingerprint, sha256Hex),
      });
    });
  }, [isOpen, token]);
  return { receipt, failure: opening.failure };
}
