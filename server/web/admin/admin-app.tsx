import { useEffect } from 'preact/hooks';
import type { Token } from '../../../shared/contract/identifiers.ts';
import { Toast } from '../../../shared/ui/toast.tsx';
import { ImportPage } from './account-files/import-page.tsx';
import { AccountPage } from './accounts/account-page.tsx';
import { AccountsPage } from './accounts/accounts-page.tsx';
import { NewAccountPage } from './accounts/new-account-page.tsx';
import { BrandingPage } from './branding/branding-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { BoardPage } from './board/board-page.tsx';
import { ChannelPage } from './channels/channel-page.tsx';
import { ChannelsPage } from './channels/channels-page.tsx';
import { NewChannelPage } from './channels/new-channel-page.tsx';
import { GroupsPage } from './groups/groups-page.tsx';
import { CustomersPage } from './customers/customers-page.tsx';
import { LeaveDialog } from './frame/leave-dialog.tsx';
import { Outdated } from './frame/outdated.tsx';
import { NowherePage } from './frame/nowhere-page.tsx';
import { PanelContext } from './frame/panel-context.ts';
import { paths, placeOf } from './frame/paths.ts';
import type { Place } from './frame/paths.ts';
import type { Router } from './frame/router.ts';
import { HomePage } from './home/home-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { ChannelHoursPage } from './hours/channel-hours-page.tsx';
import { HoursPage } from './hours/hours-page.tsx';
import { IncidentsPage } from './incidents/incidents-page.tsx';
import { MailPage } from './mail/mail-page.tsx';
import { OrganisationPage } from './own/organisation-page.tsx';
import { SelfPage } from './own/self-page.tsx';
import type { PanelModel } from './panel-model.ts';
import { AddressesPage } from './places/addresses-page.tsx';
import { SharedItemsPage } from './shared-items/shared-items-page.tsx';
import { SnippetPage } from './snippet/snippet-page.tsx';
import { RelayPage } from './relay/relay-page.tsx';
import { ScriptsPage } from './scripts/scripts-page.tsx';
import { SessionPage } from './sessions/session-page.tsx';
import { SessionsPage } from './sessions/sessions-page.tsx';
import { FilesPage } from './files/files-page.tsx';
import { RetentionPage } from './retention/retention-page.tsx';
import { RightsPage } from './rights/rights-page.tsx';
import { OpeningPage } from './start/opening-page.tsx';
import { StatisticsPage } from './statistics/statistics-page.tsx';
import { SurveyPage } from './survey/survey-page.tsx';
import { SetUpPage } from './start/set-up-page.tsx';
import { SignInAgain } from './start/sign-in-again.tsx';
import { SignInPage } from './start/sign-in-page.tsx';
import { SignInRulesPage } from './two-step/sign-in-rules-page.tsx';
import { SecondStepPage } from './two-step/second-step-page.tsx';

type AdminAppProps = { model: PanelModel; router: Router; setUpToken: Token | undefined };

/** The page that is due, below a question where it is of another version than the server. */
export function AdminApp(props: AdminAppProps) {
  return (
    <>
      <DuePage {...props} />
      {props.model.isOutdated.value && <Outdated />}
    </>
  );
}

/** The set-up page, the sign-in, or the panel's page that the address names. */
function DuePage({ model, router, setUpToken }: AdminAppProps) {
  const state = model.state.value;
  const isSetUp = router.path.value === '/setup';
  useEffect(() => {
    if (!isSetUp) void model.open();
  }, [isSetUp]);
  if (isSetUp) return <SetUpPage model={model} token={setUpToken} onDone={() => router.replace(paths.newAccount)} />;
  switch (state.at) {
    case 'opening':
    case 'unreachable':
    case 'not-set-up':
      return <OpeningPage state={state} onRetry={() => void model.open()} />;
    case 'signed-out':
      return <SignInPage model={model} organisation={state.organisation} />;
    case 'second-step':
      return <SecondStepPage key={state.ticket} model={model} state={state} />;
    case 'signed-in': {
      const place = placeOf(router.path.value, state.self.role);
      return (
        <PanelContext.Provider value={{ model, router, signedIn: state }}>
          <PlacePage place={place} />
          <LeaveDialog router={router} />
          {model.hasRunOut.value && <SignInAgain model={model} self={state.self} />}
          <Toast message={model.toast.value} onClose={model.closeToast} />
        </PanelContext.Provider>
      );
    }
    default:
      return state satisfies never;
  }
}

function PlacePage({ place }: { place: Place }) {
  switch (place.at) {
    case 'home':
      return <HomePage />;
    case 'accounts':
      return <AccountsPage />;
    case 'new-account':
      return <NewAccountPage />;
    case 'import-accounts':
      return <ImportPage />;
    case 'account':
      return <AccountPage key={place.id} id={place.id} />;
    case 'groups':
      return <GroupsPage />;
    case 'rights':
      return <RightsPage />;
    case 'channels':
      return <ChannelsPage />;
    case 'new-channel':
      return <NewChannelPage />;
    case 'channel':
      return <ChannelPage key={place.id} id={place.id} />;
    case 'hours':
      return <HoursPage />;
    case 'channel-hours':
      return <ChannelHoursPage key={place.id} id={place.id} />;
    case 'board':
      return <BoardPage />;
    case 'sessions':
      return <SessionsPage />;
    case 'session':
      return <SessionPage key={place.id} id={place.id} />;
    case 'statistics':
      return <StatisticsPage />;
    case 'queue':
      return <QueuePage />;
    case 'survey':
      return <SurveyPage />;
    case 'incidents':
      return <IncidentsPage />;
    case 'shared':
      return <SharedItemsPage />;
    case 'scripts':
      return <ScriptsPage />;
    case 'files':
      return <FilesPage />;
    case 'snippet':
      return <SnippetPage />;
    case 'relay':
      return <RelayPage />;
    case 'branding':
      return <BrandingPage />;
    case 'organisation':
      return <OrganisationPage />;
    case 'audit':
      return <AuditPage />;
    case 'sign-in-rules':
      return <SignInRulesPage />;
    case 'customers':
      return <CustomersPage />;
    case 'retention':
      return <RetentionPage />;
    case 'mail':
      return <MailPage />;
    case 'addresses':
      return <AddressesPage />;
    case 'self':
      return <SelfPage />;
    case 'nowhere':
      return <NowherePage />;
    default:
      return place satisfies never;
  }
}
