import { Download, Printer } from 'lucide';
import { useRef } from 'preact/hooks';
import { receiptAddress } from '../../../../shared/contract/receipt.ts';
import type { ReceiptLink } from '../../../../shared/contract/receipt.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { saveFile } from '../../save-file.ts';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import type { CustomerModel } from '../customer-model.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { PageLink } from '../page-link.tsx';
import { Survey } from '../survey/survey.tsx';
import { useMailReceipt } from './mail-receipt.tsx';
import { useOwnReceipt } from './own-receipt.ts';
import { ReceiptBody } from './receipt-body.tsx';
import { receiptFile } from './receipt-file.ts';
import { ReceiptLinkPart } from './receipt-link-part.tsx';
import { useReceipt } from './use-receipt.ts';
import '../paper.css';
import './receipt.css';

type ReceiptPageProps = { model: CustomerModel; organisation: string; link: ReceiptLink | undefined };

/** A receipt, for whoever has its link: checked in this browser before it is believed. */
export function ReceiptPage({ model, organisation, link }: ReceiptPageProps) {
  return (
    <PageShell {...pageFrame(organisation)} {...(link === undefined ? { title: words.title } : {})}>
      <LinkNotice model={model} />
      {link === undefined ? (
        <>
          <Notice kind="danger">{words.noLink}</Notice>
          <PageLink href="/">{words.askAgain}</PageLink>
        </>
      ) : (
        <Receipt key={link.token} model={model} link={link} />
      )}
    </PageShell>
  );
}

function Receipt({ model, link }: { model: CustomerModel; link: ReceiptLink }) {
  const { receipt, failure } = useReceipt(model, link);
  const summary = receipt?.read.head?.summary;
  const own = useOwnReceipt(model, summary?.session);
  const mail = useMailReceipt(model, own);
  const article = useRef<HTMLElement>(null);
  const save = () => {
    if (receipt === undefined || article.current === null) return;
    const at = systemClock.now();
    const address = receiptAddress(location.origin, link);
    saveFile(words.fileName(dayOf(at)), receiptFile(article.current, receipt.items, { at, address }), 'text/html');
  };
  return (
    <>
      <article ref={article} class="paper receipt" aria-labelledby="receipt-title">
        <div>
          <header class="receipt-head">
            <div class="receipt-titles">
              <h1 id="receipt-title">{words.title}</h1>
              <p class="rh-soft">{words.lead}</p>
            </div>
            {receipt !== undefined && (
              <div class="receipt-actions" data-only-here>
                {mail.button}
                <Button icon={Printer} onClick={() => print()}>
                  {words.print}
                </Button>
                <Button icon={Download} onClick={save}>
                  {words.save}
                </Button>
              </div>
            )}
          </header>
          <div data-only-here>{mail.outcome}</div>
        </div>
        {failure !== undefined && (
          <Notice kind="danger" alert>
            {failure}
          </Notice>
        )}
        {failure === undefined && receipt === undefined && <Skeleton label={words.opening} rows={6} />}
        {receipt !== undefined && <ReceiptBody receipt={receipt} />}
      </article>
      {own !== undefined && <Survey model={model} session={own.session} />}
      {receipt !== undefined && <ReceiptLinkPart link={link} />}
      <div class="receipt-below" data-only-here>
        <PageLink href="/">{own === undefined ? words.askAgain : words.back}</PageLink>
      </div>
    </>
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
