import { useState } from 'preact/hooks';
import { Clock, LogOut, PhoneOff, Search } from 'lucide';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Room, SessionTabKey } from '../port/kept-panel.ts';
import { whiteboardStanding } from '../../shared/contract/whiteboard-standing.ts';
import { unreadMessages } from '../port/unread.ts';
import { CallStrip } from '../call/call-strip.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { PersonHead } from '../../shared/ui/person-head.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { useElapsed } from '../../shared/ui/use-countdown.ts';
import type { OpenSession } from '../port/view-state.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { searchTexts } from '../texts/search-en.ts';
import { toolTexts } from '../texts/tools-en.ts';
import { whiteboardTexts } from '../texts/whiteboard-en.ts';
import { useView } from '../view/view-context.ts';
import { WaitingRoom } from '../ways-in/waiting-room.tsx';
import { SessionBoard } from '../whiteboard/session-board.tsx';
import { useBoardWhenOpened } from '../whiteboard/use-board-when-opened.ts';
import { SessionComposer, SessionLogView } from './chat.tsx';
import type { ConsentDesk } from './consent-desk.ts';
import type { Drafts } from './drafts.ts';
import { EndSession } from './end-session.tsx';
import { myPart } from '../members/my-part.ts';
import type { MemberAsk } from '../members/session-members.tsx';
import { MembersButton, SessionMembers, useMembersFold } from '../members/session-members.tsx';
import { LaunchNotice } from './launch-notice.tsx';
import { LogLines } from './log-lines.tsx';
import { LeftAtTheEnd } from './left-words.tsx';
import { ScreenTab } from './screen-tab.tsx';
import { SearchBar } from './search-bar.tsx';
import { SessionBand } from './session-band.tsx';
import { PastOfCustomerLine } from '../report/past-of-customer.tsx';
import { ReportRoom } from '../report/report-room.tsx';
import { usePast } from '../report/use-past.ts';
import { reportTexts } from '../texts/reports-en.ts';
import { SessionDrop } from './session-drop.tsx';
import { ToolsTab } from '../tools/tools-tab.tsx';
import { Summary } from './summary.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import { useScreenOnGrant } from './use-screen-on-grant.ts';
import './session-room.css';

type SessionHeadProps = { open: OpenSession; entries: readonly LogEntry[]; consents: ConsentDesk };

type SessionTopProps = SessionHeadProps & {
  asking: MemberAsk;
  onAsking: (what: MemberAsk) => void;
};

/** Who is helped, how to end it, and how far the screen is shown. Stays on top of every tab. */
export function SessionTop({ open: { head }, entries, consents, asking, onAsking }: SessionTopProps) {
  const { desk, orders } = useView();
  const [isEnding, setEnding] = useState(false);
  const fold = useMembersFold();
  const part = myPart(head, desk.desk.value?.account.id);
  const place = [head.channelName, head.incident?.name, head.facts?.computer]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <>
      <PersonHead name={head.customer.name} detail={place === '' ? head.reason : place}>
        {head.state === 'live' && <MembersButton head={head} fold={fold} />}
        {head.state !== 'ended' && part.isOwner && (
          <Button kind="danger" icon={PhoneOff} quietKey="Alt Q" onClick={() => setEnding(true)}>
            {texts.end.button}
          </Button>
        )}
        {head.state === 'live' && !part.isOwner && (
          <Button
            kind="danger"
            icon={LogOut}
            quietKey="Alt Q"
            onClick={() => void orders.give('members.leave', { session: head.id, to: null })}
          >
            {memberTexts.here.leave}
          </Button>
        )}
      </PersonHead>
      {head.state === 'live' && <SessionMembers {...{ head, entries, fold, asking, onAsking }} />}
      {head.state === 'live' && !head.customer.present && <p class="ext-absent">{texts.chat.absent}</p>}
      {head.state === 'live' && <SessionBand head={head} entries={entries} consents={consents} />}
      <LaunchNotice head={head} entries={entries} />
      {head.state === 'live' && <CallStrip head={head} />}
      {isEnding && head.state !== 'ended' && part.isOwner && (
        <EndSession head={head} onClose={() => setEnding(false)} />
      )}
    </>
  );
}

type SessionRoomProps = SessionHeadProps & {
  drafts: Drafts;
  tab: SessionTabKey;
  /** Start Session was pressed while nobody is in yet. */
  onStart: () => void;
  onTab: (tab: SessionTabKey) => void;
  onRoom: (room: Room) => void;
  onPicture: (isLive: boolean) => void;
  /** A note for reps is to be written. */
  onNote: () => void;
  onPutAway: (session: SessionId) => void;
  isSearching: boolean;
  onSearching: (isSearching: boolean) => void;
};

/** One session: what is said, and what is seen. */
export function SessionRoom(props: SessionRoomProps) {
  const { isSearching, onSearching } = props;
  const { open, entries, consents, drafts, tab, onStart, onTab, onRoom, onPicture, onNote, onPutAway } = props;
  const { desk } = useView();
  const { head, summary } = open;
  const known = usePast(head);
  // What was said changes little in a report: it is asked for anew when something was done.
  const done = entries.filter(({ kind }) => kind !== 'chat').length;
  const unsent = desk.unsent.value.filter(({ session }) => session === head.id);
  useScreenOnGrant(head, () => {
    if (!desk.inWindow.value.includes(head.id)) onTab('screen');
  });
  const isBoardOpen = whiteboardStanding(entries) === 'open';
  useBoardWhenOpened(isBoardOpen, () => onTab('board'));
  const shown = tab === 'board' && !isBoardOpen ? 'chat' : tab;
  if (head.state === 'waiting-code') return <WaitingRoom head={head} onStart={onStart} />;
  if (head.state === 'ended')
    return (
      <ReportRoom
        session={head.id}
        customer={head.customer.name}
        occasion={done}
        foot={(isSaved) => (
          <Button kind={isSaved ? 'primary' : 'plain'} size="main" onClick={() => onPutAway(head.id)}>
            {texts.end.putAway}
          </Button>
        )}
      >
        <LeftAtTheEnd session={head.id} />
        {summary !== null && <Summary summary={summary} />}
        <div class="ext-ended-log">
          <LogLines entries={entries} unsent={unsent} customer={head.customer.name} />
          <WaitingFiles session={head.id} />
        </div>
      </ReportRoom>
    );
  return (
    <Tabs
      label={texts.session.tabs}
      tabs={[
        {
          key: 'chat',
          label: texts.session.chat,
          keyHint: 'Alt C',
          count: shown === 'chat' ? 0 : unreadMessages(entries, head.read.reps, desk.desk.value?.account.id),
        },
        { key: 'screen', label: texts.session.screen, keyHint: 'Alt S' },
        ...(isBoardOpen ? [{ key: 'board' as const, label: whiteboardTexts.tab, keyHint: 'Alt B' }] : []),
        { key: 'tools', label: toolTexts.tab, keyHint: 'Alt .' },
        { key: 'report', label: reportTexts.report.tab, keyHint: 'Alt R' },
      ]}
      value={shown}
      onValue={onTab}
      aside={
        <>
          {shown === 'chat' && (
            <IconButton
              icon={Search}
              label={searchTexts.open}
              keyHint="Ctrl F"
              pressed={isSearching}
              onClick={() => onSearching(!isSearching)}
            />
          )}
          <Elapsed since={head.startedAt} />
        </>
      }
    >
      {shown === 'chat' && isSearching && (
        <SearchBar logKey={entries.at(-1)?.seq ?? 0} onClose={() => onSearching(false)} />
      )}
      {(shown === 'chat' || shown === 'report') && <PastOfCustomerLine {...known} />}
      {shown === 'board' && <SessionBoard head={head} popsOut />}
      {shown === 'report' && <ReportRoom session={head.id} customer={head.customer.name} occasion={done} isRunning />}
      {shown === 'chat' && <SessionLogView head={head} entries={entries} unsent={unsent} />}
      {shown === 'screen' && (
        <ScreenTab
          head={head}
          entries={entries}
          consents={consents}
          onPicture={onPicture}
          onChat={() => onTab('chat')}
        />
      )}
      {shown === 'tools' && (
        <ToolsTab head={head} entries={entries} consents={consents} drafts={drafts} onTab={onTab} onRoom={onRoom} />
      )}
      {shown === 'report' ? (
        <SessionDrop head={head} drafts={drafts} onTaken={() => onTab('chat')} />
      ) : (
        <SessionComposer head={head} entries={entries} drafts={drafts} onNote={onNote} />
      )}
    </Tabs>
  );
}

function Elapsed({ since }: { since: number }) {
  const { desk } = useView();
  return (
    <span class="ext-elapsed" title={texts.session.running}>
      <Icon icon={Clock} />
      {useElapsed(since, desk.clock)}
    </span>
  );
}
