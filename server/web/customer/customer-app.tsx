import { Link } from '../../../shared/ui/link.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { texts } from '../texts/customer-en.ts';
import { currentPath } from './address.ts';
import { ConnectPage } from './connect/connect-page.tsx';
import type { CustomerModel } from './customer-model.ts';
import { LinkNotice } from './link-notice.tsx';
import { NeedsPage } from './needs/needs-page.tsx';
import { pageFrame } from './page-frame.ts';
import { ReservationPage } from './reservation/reservation-page.tsx';
import { RequestPage } from './request/request-page.tsx';
import { SessionPage } from './session/session-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';

/** Which page stands: a session before everything, then the address, then what the server says of this browser. */
export function CustomerApp({ model }: { model: CustomerModel }) {
  const organisation = model.organisation.value;
  const state = model.state.value;
  const reservation = model.reservation.value;
  const path = currentPath.value;
  if (state.at !== 'session' && path.startsWith('/needs')) return <NeedsPage model={model} />;
  if (organisation === undefined) return <Opening model={model} />;
  if (path.startsWith('/connect') && (state.at === 'start' || state.at === 'summary')) {
    return <ConnectPage model={model} organisation={organisation} />;
  }
  switch (state.at) {
    case 'session':
      return (
        <SessionPage
          key={state.session.id}
          model={model}
          session={state.session}
          place={state.place}
          organisation={organisation}
        />
      );
    case 'summary':
      return <SummaryPage model={model} summary={state.summary} organisation={organisation} />;
    case 'waiting':
      return <WaitingPage model={model} place={state.place} organisation={organisation} />;
    case 'start':
      if (reservation !== null && !path.startsWith('/ask')) {
        return <ReservationPage model={model} reservation={reservation} organisation={organisation} />;
      }
      return <RequestPage model={model} organisation={organisation} />;
    default:
      return state satisfies never;
  }
}

function Opening({ model }: { model: CustomerModel }) {
  return (
    <PageShell {...pageFrame(texts.line)} organisation={{ name: texts.line }} title={texts.request.title}>
      <LinkNotice model={model} />
      <Skeleton label={texts.link.connecting} rows={4} />
      <p>
        <Link href="/needs">{texts.needs}</Link>
      </p>
    </PageShell>
  );
}
