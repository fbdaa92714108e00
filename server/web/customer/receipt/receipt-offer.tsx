import { FileCheck } from 'lucide';
import { Button } from '../../../../shared/ui/button.tsx';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import type { CustomerModel } from '../customer-model.ts';
import { useMailReceipt } from './mail-receipt.tsx';
import { showReceipt } from './opened-receipt.ts';
import { useOwnReceipt } from './own-receipt.ts';
import './receipt.css';

/** On the summary: the way to the receipt, and by mail. */
export function ReceiptOffer({ model, session }: { model: CustomerModel; session: string }) {
  const own = useOwnReceipt(model, session);
  const mail = useMailReceipt(model, own);
  if (own === undefined) return null;
  return (
    <section class="receipt-offer" aria-labelledby="receipt-offer">
      <h2 id="receipt-offer">{words.offer.title}</h2>
      <p class="rh-soft">{words.offer.text}</p>
      <div class="receipt-offer-row">
        <Button icon={FileCheck} onClick={() => showReceipt(own.link)}>
          {words.offer.open}
        </Button>
        {mail.button}
      </div>
      {mail.outcome}
    </section>
  );
}
