import { Mail } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeText } from '../../../../shared/ui/safe-text.ts';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import type { CustomerModel } from '../customer-model.ts';
import { useAction } from '../use-action.ts';
import type { OwnReceipt } from './own-receipt.ts';

/** Sends the link to the own address, and says so; nothing where that cannot be done. */
export function useMailReceipt(model: CustomerModel, own: OwnReceipt | undefined) {
  const sending = useAction();
  const [sentTo, setSentTo] = useState<string>();
  const address = own?.mailTo ?? null;
  if (own === undefined || address === null) return { button: null, outcome: null };
  const send = () =>
    sending.run(async () => {
      await model.server.call('receipts.mail', { session: own.session });
      setSentTo(address);
    });
  return {
    button: (
      <Button icon={Mail} busy={sending.isBusy} busyText={words.mailing} onClick={send}>
        {words.mail}
      </Button>
    ),
    outcome: (
      <div role="status">
        {sending.failure !== undefined && <Notice kind="danger">{sending.failure}</Notice>}
        {sending.failure === undefined && sentTo !== undefined && (
          <Notice kind="ok">{words.mailed(safeText(sentTo))}</Notice>
        )}
      </div>
    ),
  };
}
