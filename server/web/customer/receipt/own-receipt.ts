import { useEffect, useState } from 'preact/hooks';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { fingerprintOf } from '../../../../shared/contract/receipt.ts';
import type { ReceiptLink } from '../../../../shared/contract/receipt.ts';
import type { CustomerModel } from '../customer-model.ts';
import * as v from 'valibot';

/** The receipt of a session of this browser. */
export interface OwnReceipt {
  readonly session: SessionId;
  readonly link: ReceiptLink;
  /** The own address to which it can be mailed. */
  readonly mailTo: string | null;
}

/** Asks whether a session was this browser's, and for the link of its receipt; `undefined` where it was not. */
export function useOwnReceipt(model: CustomerModel, session: string | undefined): OwnReceipt | undefined {
  const [own, setOwn] = useState<OwnReceipt>();
  const isOpen = model.link.value.at === 'open';
  useEffect(() => {
    const parsed = v.safeParse(SessionId, session);
    if (!isOpen || !parsed.success) return;
    model.server.call('receipts.own', { session: parsed.output }).then(
      ({ token, seal, mailTo }) =>
        setOwn({ session: parsed.output, link: { token, fingerprint: fingerprintOf(seal.hash) }, mailTo }),
      // Somebody else's receipt is read without what only its own customer can do.
      () => {},
    );
  }, [isOpen, session]);
  return own;
}
