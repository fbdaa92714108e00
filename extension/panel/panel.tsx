import type { SessionId } from '../../shared/contract/identifiers.ts';
import { KeyLine } from '../../shared/ui/key-line.tsx';
import { PanelShell } from '../../shared/ui/panel-shell.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { StrayFiles } from '../../shared/ui/stray-files.tsx';
import { Toast } from '../../shared/ui/toast.tsx';
import type { ToastMessage } from '../../shared/ui/toast.tsx';
import { BrowserKeys } from '../keys/browser-keys.tsx';
import { KeysSheet } from '../keys/keys-sheet.tsx';
import { MessagePopup } from '../session/message-popup.tsx';
import { LeftWordsHere } from '../session/left-words.tsx';
import { SessionRoom, SessionTop } from '../session/session-room.tsx';
import { texts } from '../texts/en.ts';
import { fileTexts } from '../texts/files-en.ts';
import { useView } from '../view/view-context.ts';
import { WaysInDialog } from './ways-in-dialog.tsx';
import { Giving } from './giving.tsx';
import { HistoryRoom } from './history/history-room.tsx';
import { PastSession } from './history/past-session.tsx';
import { HomeRoom } from './home/home-room.tsx';
import { DirectAsk } from './invitations/direct-ask.tsx';
import { Invitations } from './invitations/invitations.tsx';
import { AskCards } from './members/ask-cards.tsx';
import { usePanel } from './panel-context.ts';
import { panelKeys } from './panel-keys.ts';
import type { Room, SessionTabKey } from '../port/kept-panel.ts';
import { PinHint } from './pin-hint.tsx';
import { Offer } from './requests/offer.tsx';
import { ReservationsRoom } from './reservations/reservations-room.tsx';
import { RequestsRoom } from './requests/requests-room.tsx';
import { SettingsRoom } from './settings/settings-room.tsx';
import { ShortcutsRoom } from './shortcuts/shortcuts-room.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { AwayNotice } from './strip/away-notice.tsx';
import { LinkNotice } from './strip/link-notice.tsx';
import { RoomsRow } from './strip/rooms-row.tsx';
import { Strip } from './strip/strip.tsx';
import { TeamRoom } from './team/team-room.tsx';
import './panel.css';

/** The tabs of a session on which its newest message stands: told over them, it would only cover itself. */
const showsNewest: ReadonlySet<SessionTabKey> = new Set(['chat', 'screen']);

/** The side panel: whatever the rep does, from signing in to the end of a session. */
export function Panel() {
  const { desk, orders } = useView();
  const panel = usePanel();
  const link = desk.link.value;
  const place = panel.place.value;
  if (link.at === 'signed-out')
    return (
      <>
        <SignIn server={link.server} userId={link.userId} because={link.because} />
        <StrayFiles words={fileTexts.nowhere} />
      </>
    );
  return (
    <>
      {desk.desk.value === null ? <Opening /> : <Inside />}
      <AllKeys />
      <WaysInDialog />
      <StrayFiles words={fileTexts.nowhere} />
      <Giving />
      <div
        data-above-foot={place.at === 'session' || place.at === 'past'}
        data-above-toast={orders.toast.value !== undefined}
      >
        <MessagePopup
          inSight={place.at === 'session' && showsNewest.has(place.tab) ? place.session : undefined}
          onOpen={(session) => panel.goToSession(session)}
        />
      </div>
      <div class="ext-toast" data-above-foot={place.at === 'session' || place.at === 'past'}>
        <Toast message={orders.toast.value} onClose={() => closeToast(orders.toast)} />
      </div>
    </>
  );
}

function AllKeys() {
  const view = useView();
  const panel = usePanel();
  if (!panel.areKeysShown.value) return null;
  return (
    <KeysSheet
      keys={panelKeys(view, panel)}
      onClose={() => {
        panel.areKeysShown.value = false;
      }}
    >
      <BrowserKeys />
    </KeysSheet>
  );
}

function closeToast(toast: { value: ToastMessage | undefined }): void {
  toast.value = undefined;
}

function Inside() {
  const { place } = usePanel();
  switch (place.value.at) {
    case 'session':
      return <InSession />;
    case 'past':
      return <InPast session={place.value.session} />;
    default:
      return <InRoom room={place.value.at} />;
  }
}

/** Signed in, and nothing is known yet: the server has not answered once. */
function Opening() {
  return (
    <PanelShell title={texts.rooms.home} strip={null} head={<LinkNotice />}>
      <Skeleton label={texts.opening} />
    </PanelShell>
  );
}

const rooms: Record<Room, () => preact.JSX.Element> = {
  home: HomeRoom,
  requests: RequestsRoom,
  reservations: ReservationsRoom,
  shortcuts: ShortcutsRoom,
  history: HistoryRoom,
  team: TeamRoom,
  settings: SettingsRoom,
};

function InRoom({ room }: { room: Room }) {
  const Inside = rooms[room];
  return (
    <PanelShell
      title={texts.rooms[room]}
      strip={<Strip />}
      head={
        <>
          <LinkNotice />
          <PinHint />
          <AwayNotice />
          <LeftWordsHere />
          <DirectAsk />
          <AskCards />
          <RoomsRow room={room} />
          <OfferedNow />
        </>
      }
      foot={room === 'home' ? <KeyLine keys={[{ keys: '?', text: texts.keys.all }]} /> : undefined}
    >
      <Inside />
      {room === 'requests' && <Invitations />}
    </PanelShell>
  );
}

function InSession() {
  const { desk } = useView();
  const panel = usePanel();
  const open = panel.current.value;
  const place = panel.place.value;
  if (open === undefined || place.at !== 'session') return <Opening />;
  const entries = desk.logs.value.get(open.head.id) ?? [];
  return (
    <PanelShell
      title={safeName(open.head.customer.name)}
      strip={<Strip />}
      head={
        <>
          <LinkNotice />
          <AwayNotice />
          <LeftWordsHere />
          <OfferedNow compact />
          <DirectAsk />
          <AskCards />
          <SessionTop
            key={open.head.id}
            open={open}
            entries={entries}
            consents={panel.consents}
            asking={panel.memberAsk.value}
            onAsking={(what) => {
              panel.memberAsk.value = what;
            }}
          />
        </>
      }
      fill
    >
      <SessionRoom
        key={open.head.id}
        open={open}
        entries={entries}
        consents={panel.consents}
        drafts={panel.drafts}
        tab={place.tab}
        onStart={() => panel.showWaysIn(open.head.id)}
        onTab={(tab) => panel.goToSession(open.head.id, tab)}
        onRoom={panel.goTo}
        onPicture={(isLive) => {
          panel.isPictureLive.value = isLive;
        }}
        isSearching={panel.isSearching.value}
        onSearching={(isSearching) => {
          panel.isSearching.value = isSearching;
        }}
        onNote={() => panel.beginNote(open.head.id)}
        onPutAway={(session) => void panel.putAway(session)}
      />
    </PanelShell>
  );
}

/** A session of the history, with its report. */
function InPast({ session }: { session: SessionId }) {
  const panel = usePanel();
  return (
    <PanelShell
      title={texts.rooms.history}
      strip={<Strip />}
      head={
        <>
          <LinkNotice />
          <AwayNotice />
          <LeftWordsHere />
          <DirectAsk />
          <RoomsRow room="history" />
          <OfferedNow compact />
        </>
      }
      fill
    >
      <PastSession key={session} session={session} onBack={() => panel.goTo('history')} />
    </PanelShell>
  );
}

/** What is put before the rep, wherever they are: whole in the rooms, one row in a session, so that nothing is covered. */
function OfferedNow({ compact = false }: { compact?: boolean }) {
  const { desk } = useView();
  const offered = desk.offered.value;
  if (offered === undefined) return null;
  return (
    <div class="ext-offer-float" data-compact={compact}>
      <Offer key={offered.offer.id} {...offered} compact={compact} />
    </div>
  );
}
