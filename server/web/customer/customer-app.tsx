import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Link } from '../../../shared/ui/link.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { texts } from '../texts/customer-en.ts';
import { ConnectPage } from './connect/connect-page.tsx';
import type { CustomerModel } from './customer-model.ts';
import { LinkNotice } from './link-notice.tsx';
import { NeedsPage } from './needs/needs-page.tsx';
import { RequestPage } from './request/request-page.tsx';
import { SessionPage } from './session/session-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';

const path = signal(location.pathname);
addEventListener('popstate', () => (path.value = location.pathname));

/** Goes to another page of the same visit, without loading anew. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
  path.value = address;
  scrollTo(0, 0);
}

/** What every page shows around its own part. */
export function frame(organisation: string) {
  return {
    organisation: { name: organisation, line: texts.line, href: '/' },
    footer: [{ label: texts.needs, href: '/needs' }],
  };
}

/** Which page stands: what the server says of this browser first, then the address. */
export function CustomerApp({ model }: { model: CustomerModel }) {
  const organisation = model.organisation.value;
  const state = model.state.value;
  const isNeeds = path.value.startsWith('/needs');
  useTitle(organisation);
  if (isNeeds) return <NeedsPage organisation={organisation ?? ''} />;
  if (organisation === undefined) return <Opening model={model} />;
  switch (state.at) {
    case 'session':
      return <SessionPage model={model} session={state.session} organisation={organisation} />;
    case 'summary':
      return <SummaryPage model={model} summary={state.summary} organisation={organisation} />;
    case 'waiting':
      return <WaitingPage model={model} place={state.place} organisation={organisation} />;
    case 'start':
      return path.value.startsWith('/connect') ? (
        <ConnectPage model={model} organisation={organisation} onLeave={() => goTo('/')} />
      ) : (
        <RequestPage model={model} organisation={organisation} onCode={() => goTo('/connect')} />
      );
    default:
      return state satisfies never;
  }
}

function Opening({ model }: { model: CustomerModel }) {
  return (
    <PageShell {...frame('')} title={texts.request.title}>
      <LinkNotice model={model} />
      <Skeleton label={texts.link.connecting} rows={4} />
      <p>
        <Link href="/needs">{texts.needs}</Link>
      </p>
    </PageShell>
  );
}

function useTitle(organisation: string | undefined): void {
  useEffect(() => {
    if (organisation) document.title = `${texts.line} · ${organisation}`;
  }, [organisation]);
}
