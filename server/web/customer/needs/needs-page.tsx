import { useId } from 'preact/hooks';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';
import { pageFrame } from '../page-frame.tsx';
import { PlaceNotice } from '../waiting/place-notice.tsx';
import './needs.css';

const words = texts.needsPage;

/** What the computers of both sides need, before anybody tries in vain. */
export function NeedsPage({ model }: { model: CustomerModel }) {
  const isWaiting = model.state.value.at === 'waiting';
  return (
    <PageShell
      {...pageFrame(model.organisation.value ?? texts.line)}
      title={words.title}
      lead={words.lead}
      headEnd={isWaiting ? undefined : <PageLink href="/">{words.back}</PageLink>}
    >
      <PlaceNotice model={model} />
      {!isSecureContext && <Notice title={words.plainHttpTitle}>{words.plainHttp}</Notice>}
      <div class="needs">
        <Needs title={words.customer} rows={words.customerRows} />
        <Needs title={words.control} rows={words.controlRows} />
        <Needs title={words.network} rows={words.networkRows} />
        <Needs title={words.rep} rows={words.repRows} />
      </div>
    </PageShell>
  );
}

function Needs({ title, rows }: { title: string; rows: readonly string[] }) {
  const id = useId();
  return (
    <section class="needs-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </section>
  );
}
