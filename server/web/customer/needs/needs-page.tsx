import { useId } from 'preact/hooks';
import { Link } from '../../../../shared/ui/link.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { ordinal } from '../../../../shared/ui/format-time.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer-en.ts';
import { goTo } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';
import { pageFrame } from '../page-frame.ts';
import './needs.css';

const words = texts.needsPage;

/** What the computers of both sides need, before anybody tries in vain. */
export function NeedsPage({ model }: { model: CustomerModel }) {
  const state = model.state.value;
  const back = (
    <Link
      href="/"
      onClick={(event) => {
        event.preventDefault();
        goTo('/');
      }}
    >
      {state.at === 'waiting' ? words.backToLine : words.back}
    </Link>
  );
  return (
    <PageShell
      {...pageFrame(model.organisation.value ?? texts.line)}
      title={words.title}
      lead={words.lead}
      headEnd={state.at === 'waiting' ? undefined : back}
    >
      {state.at === 'waiting' && (
        <Notice kind="info" action={back}>
          {texts.waiting.title(ordinal(state.place.position))}
        </Notice>
      )}
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
