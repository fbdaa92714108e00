import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { receiptAddress } from '../../../../shared/contract/receipt.ts';
import type { ReceiptLink } from '../../../../shared/contract/receipt.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';

/** The link, to be kept. */
export function ReceiptLinkPart({ link }: { link: ReceiptLink }) {
  const [isCopied, setCopied] = useState(false);
  const address = receiptAddress(location.origin, link);
  // Browsers have a clipboard only on https and on the own machine; elsewhere people select the line.
  const canCopy = 'clipboard' in navigator;
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      // It stands there to be selected.
      () => setCopied(false),
    );
  return (
    <section class="receipt-link" aria-labelledby="receipt-link" data-only-here>
      <h2 id="receipt-link">{words.link.title}</h2>
      <p class="rh-soft">{words.link.text}</p>
      <div class="receipt-link-row">
        <TextInput label={words.link.label} labelUnseen value={address} onValue={() => {}} readOnly />
        {canCopy && (
          <Button icon={isCopied ? Check : Copy} onClick={copy}>
            {isCopied ? words.link.copied : words.link.copy}
          </Button>
        )}
      </div>
    </section>
  );
}
