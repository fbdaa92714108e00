import { Keyboard, Maximize, MessageSquare, Minimize, Presentation } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { whiteboardStanding } from '../../shared/contract/whiteboard-standing.ts';
import { CallHere } from '../call/call-here.tsx';
import { CallStrip } from '../call/call-strip.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { KeyHint } from '../../shared/ui/key-hint.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { StrayFiles } from '../../shared/ui/stray-files.tsx';
import { Toast } from '../../shared/ui/toast.tsx';
import { useElapsed } from '../../shared/ui/use-countdown.ts';
import { myPart } from '../members/my-part.ts';
import { BrowserKeys } from '../keys/browser-keys.tsx';
import { KeysSheet } from '../keys/keys-sheet.tsx';
import { LinkNotice } from '../panel/strip/link-notice.tsx';
import { unreadMessages } from '../port/unread.ts';
import type { OpenSession } from '../port/view-state.ts';
import { EndSession } from '../session/end-session.tsx';
import { LinkLine } from '../session/link-line.tsx';
import { MessagePopup } from '../session/message-popup.tsx';
import { ScreenPicture } from '../session/screen-picture.tsx';
import { screenStanding } from '../session/screen-standing.ts';
import { ToolBar } from '../host-tools/tool-bar.tsx';
import { ToolStage } from '../host-tools/tool-stage.tsx';
import { SessionBand } from '../session/session-band.tsx';
import { SessionDrop } from '../session/session-drop.tsx';
import { Summary } from '../session/summary.tsx';
import { texts } from '../texts/en.ts';
import { fileTexts } from '../texts/files-en.ts';
import { whiteboardTexts } from '../texts/whiteboard-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';
import { SessionBoard } from '../whiteboard/session-board.tsx';
import { useBoardWhenOpened } from '../whiteboard/use-board-when-opened.ts';
import { ChatDrawer } from './chat-drawer.tsx';
import { useToolFocus } from './use-tool-focus.ts';
import { WindowDoor } from './window-door.tsx';
import { tapWindowKey, windowKeys } from './window-keys.ts';
import type { WindowModel } from './window-model.ts';
import './viewer-window.css';

/** The customer's screen in a window of its own, with the chat beside it. */
export function ViewerWindow({ model }: { model: WindowModel }) {
  const { orders } = useView();
  const open = model.open.value;
  return (
    <>
      {open === undefined ? <EmptyState text={texts.viewer.noSession} /> : <Inside open={open} model={model} />}
      {model.areKeysShown.value && <AllKeys model={model} />}
      <StrayFiles words={fileTexts.nowhere} />
      <Toast
        message={orders.toast.value}
        onClose={() => {
          orders.toast.value = undefined;
        }}
      />
    </>
  );
}

function AllKeys({ model }: { model: WindowModel }) {
  return (
    <KeysSheet
      keys={windowKeys(model)}
      onClose={() => {
        model.areKeysShown.value = false;
      }}
    >
      <p class="ext-keys-place">{texts.keys.tapped}</p>
      <KeyHint keys="Ctrl Alt Shift" />
      <BrowserKeys />
    </KeysSheet>
  );
}

function Inside({ open, model }: { open: OpenSession; model: WindowModel }) {
  const { desk } = useView();
  const { head, summary } = open;
  const [screen, setScreen] = useState<RemoteScreenModel>();
  const isLive = screen?.link.value === 'live';
  useEffect(() => {
    model.isPictureLive.value = isLive;
  }, [isLive]);
  useEffect(() => {
    document.title = texts.viewer.title(safeName(head.customer.name));
  }, [head.customer.name]);
  const entries = desk.logs.value.get(head.id) ?? [];
  const call = model.call.current.value;
  const { canSee } = screenStanding(head);
  const part = myPart(head, desk.desk.value?.account.id);
  // Tools go over the same link as the picture, so it is there for any of them.
  const canLink = head.consents.length > 0;
  const tool = model.tool.value;
  const [isBoardWanted, setBoardWanted] = useState(!canSee && model.tool.value === null);
  const isBoardOpen = whiteboardStanding(entries) === 'open';
  const isBoardShown = isBoardOpen && isBoardWanted;
  const shownTool = head.state === 'live' && !isBoardShown ? tool : null;
  const stage = useToolFocus(shownTool);
  useBoardWhenOpened(isBoardOpen, () => setBoardWanted(true));
  if (head.state === 'ended')
    return <main class="ext-window-ended">{summary !== null && <Summary summary={summary} />}</main>;
  return (
    <div class="ext-window" data-full={model.isFull.value} data-density="rep">
      <header class="ext-window-bar">
        <div class="ext-window-band">
          {head.state === 'live' && <SessionBand head={head} entries={entries} consents={model.consents} />}
        </div>
        {head.state === 'live' && <ToolBar chosen={model.tool} />}
        {isBoardOpen && (
          <IconButton
            size="toolbar"
            icon={Presentation}
            label={isBoardShown ? whiteboardTexts.showScreen : whiteboardTexts.inWindow}
            keyHint="Alt B"
            onClick={() => setBoardWanted(!isBoardWanted)}
          />
        )}
        <IconButton
          size="toolbar"
          icon={model.isFull.value ? Minimize : Maximize}
          label={model.isFull.value ? texts.viewer.leaveFullScreen : texts.viewer.fullScreen}
          keyHint="Alt F"
          onClick={() => void model.toggleFull()}
        />
        <IconButton
          size="toolbar"
          icon={MessageSquare}
          label={texts.viewer.chat}
          keyHint="Alt C"
          pressed={model.isChatOpen.value}
          count={model.isChatOpen.value ? 0 : unreadMessages(entries, head.read.reps, desk.desk.value?.account.id)}
          onClick={() => model.toggleChat()}
        />
        {part.isOwner && (
          <Button kind="danger" quietKey="Alt Q" onClick={() => model.askToEnd()}>
            {texts.viewer.end}
          </Button>
        )}
      </header>
      <LinkNotice />
      {head.state === 'live' && <CallStrip head={head} isWindow runsHere={call !== undefined} />}
      <div class="ext-window-body">
        <main class="ext-window-stage" data-board={isBoardShown}>
          <h1 class="rh-unseen">{safeName(head.customer.name)}</h1>
          {head.state === 'waiting-code' ? (
            <WindowDoor head={head} />
          ) : isBoardShown ? (
            <SessionBoard head={head} />
          ) : canLink ? (
            // Under a tool it keeps its link, and is reached by nothing.
            <div class="ext-window-picture" inert={shownTool !== null}>
              <ScreenPicture session={head.id} onModel={setScreen} onViewerKey={(code) => tapWindowKey(model, code)} />
            </div>
          ) : (
            <p class="ext-window-nothing">{texts.screen.notAllowed(firstName(head.customer.name))}</p>
          )}
          {canLink && !canSee && tool === null && !isBoardShown && (
            <div class="ext-window-tool">
              <p class="ext-window-unseen">{texts.screen.notAllowed(firstName(head.customer.name))}</p>
            </div>
          )}
          {shownTool !== null && (
            <div ref={stage} class="ext-window-tool">
              <ToolStage tool={shownTool} head={head} entries={entries} consents={model.consents} screen={screen} />
            </div>
          )}
        </main>
        <MessagePopup
          only={head.id}
          inSight={model.isChatOpen.value ? head.id : undefined}
          onOpen={() => model.toggleChat()}
        />
        {(model.isChatOpen.value || call !== undefined) && (
          <div class="ext-window-side">
            {call !== undefined && <CallHere head={head} model={call} call={model.call} />}
            {model.isChatOpen.value && <ChatDrawer head={head} entries={entries} drafts={model.drafts} />}
          </div>
        )}
      </div>
      {!model.isChatOpen.value && <SessionDrop head={head} drafts={model.drafts} onTaken={() => model.toggleChat()} />}
      <footer class="ext-window-strip">
        <LinkLine model={screen} />
        <IconButton
          icon={Keyboard}
          label={texts.keys.all}
          keyHint="?"
          onClick={() => {
            model.areKeysShown.value = true;
          }}
        />
        <span class="ext-window-keys">
          {texts.viewer.tap} <KeyHint keys="Ctrl Alt Shift" /> {texts.viewer.forKeys}
        </span>
        <Elapsed since={head.startedAt} />
      </footer>
      {model.isEnding.value && part.isOwner && <EndSession head={head} onClose={() => model.keepOn()} />}
    </div>
  );
}

function Elapsed({ since }: { since: number }) {
  const { desk } = useView();
  return <span class="rh-numbers">{useElapsed(since, desk.clock)}</span>;
}
