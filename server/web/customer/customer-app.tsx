import { Link } from '../../../shared/ui/link.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StrayFiles } from '../../../shared/ui/stray-files.tsx';
import { useHeadingFocus } from '../../../shared/ui/use-heading-focus.ts';
import { texts } from '../texts/customer.ts';
import { fileTexts } from '../texts/customer-files.ts';
import { currentPath } from './address.ts';
import { openedLink } from './connect/address-token.ts';
import { ConnectPage } from './connect/connect-page.tsx';
import { KnockingPage } from './connect/knocking-page.tsx';
import { LinkPage } from './connect/link-page.tsx';
import type { CustomerModel } from './customer-model.ts';
import { InstallPage } from './install/install-page.tsx';
import { takeTicket } from './invite/help-ticket.ts';
import { HelpPage } from './invite/help-page.tsx';
import { InvitePage } from './invite/invite-page.tsx';
import { InvitedPage } from './invite/invited-page.tsx';
import { LinkNotice } from './link-notice.tsx';
import { NeedsPage } from './needs/needs-page.tsx';
import type { NotePlayer } from './note-player.ts';
import { pageFrame } from './page-frame.tsx';
import { openedReceipt } from './receipt/opened-receipt.ts';
import { ReceiptPage } from './receipt/receipt-page.tsx';
import { ReservationPage } from './reservation/reservation-page.tsx';
import { RequestPage } from './request/request-page.tsx';
import { SessionPage } from './session/session-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';
import { whichPage } from './which-page.ts';

/** Of the link of an invitation, if this page was opened by one. */
const helpTicket = takeTicket();

type CustomerAppProps = { model: CustomerModel; note: NotePlayer };

/** The page that stands now; when it becomes another one, the reader is taken to its heading. */
export function CustomerApp(props: CustomerAppProps) {
  return (
    <>
      <CurrentPage {...props} />
      <StrayFiles words={fileTexts.nowhere} />
    </>
  );
}

function CurrentPage({ model, note }: CustomerAppProps) {
  const organisation = model.organisation.value;
  const page = whichPage({
    state: model.state.value,
    path: currentPath.value,
    organisation,
    helpTicket,
    link: openedLink.value,
    receipt: openedReceipt.value,
    invitation: model.own.invitation.value,
    reservation: model.reservation.value,
  });
  useHeadingFocus(page.at === 'opening' ? undefined : page.at);
  const whose = { model, organisation: organisation ?? texts.line };
  switch (page.at) {
    case 'needs':
      return <NeedsPage model={model} />;
    case 'install':
      return <InstallPage model={model} />;
    case 'help':
      return <HelpPage {...whose} ticket={page.ticket} />;
    case 'opening':
      return <Opening model={model} />;
    case 'link':
      return <LinkPage key={page.link.token} {...whose} link={page.link} />;
    case 'receipt':
      return <ReceiptPage {...whose} link={page.link} />;
    case 'connect':
      return <ConnectPage {...whose} />;
    case 'invited':
      return <InvitedPage {...whose} invitation={page.invitation} />;
    case 'invite':
      return <InvitePage {...whose} />;
    case 'knocking':
      return <KnockingPage {...whose} session={page.session} />;
    case 'session':
      return <SessionPage key={page.session.id} {...whose} session={page.session} place={page.place} />;
    case 'summary':
      return <SummaryPage {...whose} summary={page.summary} />;
    case 'waiting':
      return <WaitingPage {...whose} place={page.place} note={note} />;
    case 'reservation':
      return <ReservationPage {...whose} reservation={page.reservation} />;
    case 'request':
      return <RequestPage {...whose} />;
    default:
      return page satisfies never;
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
