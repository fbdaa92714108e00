/** The viewer window: one session, its picture, its chat. Opening it does nothing but look. */
import { computed, effect, signal } from '@preact/signals';
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { followCall } from '../call/window-call.ts';
import { onFullScreen, setFullScreen } from '../platform/viewer-window.ts';
import { createConsentDesk } from '../session/consent-desk.ts';
import { createDrafts } from '../session/drafts.ts';
import type { View } from '../view/open-view.ts';
import { pageHidden } from '../view/page-hidden.ts';

/** The model, as {@link createWindowModel} makes it. */
export type WindowModel = ReturnType<typeof createWindowModel>;

/** Below this width the chat begins shut, in px. */
const NARROW_PX = 1100;

/** `session` comes from the page's address, and is only ever looked up among the sessions that are open. */
export function createWindowModel(view: View, session: SessionId | undefined) {
  const { desk, orders } = view;
  const open = computed(() => desk.sessions.value.find(({ head }) => head.id === session));
  const call = followCall(view, open);
  const isHidden = pageHidden();
  const isPictureLive = signal(false);
  const isChatOpen = signal(innerWidth >= NARROW_PX);
  const isFull = signal(false);
  const isEnding = signal(false);
  const areKeysShown = signal(false);
  /** The tool that stands in the screen's place. */
  const tool = signal<ToolScope | null>(null);
  const consents = createConsentDesk(orders, () => desk.desk.value?.rights);
  const drafts = createDrafts({
    kept: view.drafts,
    tellTyping: (sign) => void orders.mention('chat.typing', sign),
    now: () => Date.now(),
    after: desk.clock.after,
  });

  const toggleFull = async () => {
    const full = !isFull.value;
    await setFullScreen(full);
    isFull.value = full;
  };
  // The browser's own key (F11) leaves full screen as well.
  onFullScreen((full) => {
    isFull.value = full;
  });
  const toggleChat = () => {
    isChatOpen.value = !isChatOpen.value;
  };
  const leaveFull = async () => {
    if (isFull.value) await toggleFull();
  };
  effect(() => {
    if (desk.desk.value === null || session === undefined) return;
    void orders.mention('view.look', {
      from: 'window',
      session,
      chat: isChatOpen.value,
      picture: isPictureLive.value,
      hidden: isHidden.value,
    });
  });

  // A session that was begun for remote control goes on to the question for it, which the rep still sends.
  let hasWaited = false;
  effect(() => {
    const head = open.value?.head;
    if (hasWaited && head?.state === 'live') consents.begin(head.id, 'control');
    hasWaited = head?.state === 'waiting-code';
  });

  return {
    open,
    call,
    isPictureLive,
    isChatOpen,
    isFull,
    isEnding,
    areKeysShown,
    tool,
    consents,
    drafts,
    toggleFull,
    toggleChat,
    askToEnd() {
      isEnding.value = true;
    },
    keepOn() {
      isEnding.value = false;
    },
    leaveFull,
  };
}
