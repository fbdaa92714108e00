import { Link } from '../../../shared/ui/link.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { texts } from '../texts/customer-en.ts';
import { currentPath } from './address.ts';
import { ConnectPage } from './connect/connect-page.tsx';
import type { CustomerModel } from './customer-model.ts';
import { takeTicket } from './invite/help-ticket.ts';
import { HelpPage } from './invite/help-page.tsx';
import { InvitePage } from './invite/invite-page.tsx';
import { InvitedPage } from './invite/invited-page.tsx';
import { LinkNotice } from './link-notice.tsx';
import { NeedsPage } from './needs/needs-page.tsx';
import { pageFrame } from './page-frame.ts';
import { RequestPage } from './request/request-page.tsx';
import { SessionPage } from './session/session-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';

/** Of the link of an invitation, if this page was opened by one. */
const helpTicket = takeTicket();

/** Which page stands: a session before everything, then the address, then what the server says of this browser. */
export function CustomerApp({ model }: { model: CustomerModel }) {
  const organisation = model.organisation.value;
  const state = model.state.value;
  const path = currentPath.value;
  if (state.at !== 'session' && path.startsWith('/needs')) return <NeedsPage model={model} />;
  if (state.at !== 'session' && path === '/help' && helpTicket !== undefined) {
    return <HelpPage model={model} ticket={helpTicket} organisation={organisation ?? texts.line} />;
  }
  if (organisation === undefined) return <Opening model={model} />;
  if (path.startsWith('/connect') && (state.at === 'start' || state.at === 'summary')) {
    return <ConnectPage model={model} organisation={organisation} />;
  }
  const invitation = model.own.invitation.value;
  if (state.at === 'start' && invitation !== null) {
    return <InvitedPage model={model} invitation={invitation} organisation={organisation} />;
  }
  if (state.at === 'start' && path === '/invite') return <InvitePage model={model} organisation={organisation} />;
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
