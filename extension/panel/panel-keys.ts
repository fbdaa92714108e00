/** The panel's keys: what each does, in one table, which the sheet of keys shows too. */
import type { SessionHead } from '../../shared/contract/session.ts';
import { altKey, always, buttonKey } from '../keys/key.ts';
import type { Key } from '../keys/key.ts';
import { releaseKey, sessionKeys, toolKey } from '../keys/session-keys.ts';
import { myPart } from '../members/my-part.ts';
import type { SessionTabKey } from '../port/kept-panel.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { toolTexts } from '../texts/tools-en.ts';
import type { View } from '../view/open-view.ts';
import type { PanelModel } from './panel-model.ts';

/** All keys of the panel, in the order in which the sheet shows them. */
export function panelKeys(view: View, panel: PanelModel): readonly Key[] {
  return [...placeKeys(view, panel), ...openSessionKeys(view, panel), ...plainKeys(panel)];
}

/** Offers, and the way from room to room and from session to session. */
function placeKeys({ desk }: View, panel: PanelModel): readonly Key[] {
  const words = texts.keys;
  return [
    altKey('A', words.accept, () => {
      const first = desk.offered.value ?? desk.waiting.value[0];
      if (first !== undefined) void panel.claim(first.request.id);
      return first !== undefined;
    }),
    altKey('P', words.pass, () => {
      const isOffered = desk.offered.value !== undefined;
      if (isOffered) void panel.pass();
      return isOffered;
    }),
    { drawn: 'Alt 0', codes: ['Digit0'], alt: true, text: words.home, run: always(() => panel.goTo('home')) },
    {
      drawn: 'Alt Shift 1 … 7',
      codes: digits.slice(0, 7),
      alt: true,
      shift: true,
      text: words.room,
      run: (event) => {
        const room = panel.rooms.value[digits.indexOf(event.code)];
        if (room !== undefined) panel.goTo(room);
        return room !== undefined;
      },
    },
    {
      drawn: 'Alt 1 … 9',
      codes: digits,
      alt: true,
      text: words.session,
      run: (event) => {
        const open = desk.sessions.value[digits.indexOf(event.code)];
        if (open !== undefined) panel.goToSession(open.head.id);
        return open !== undefined;
      },
    },
    unreadKey('↓', 'ArrowDown', words.nextUnread, () => panel.goToUnread(1)),
    unreadKey('↑', 'ArrowUp', words.lastUnread, () => panel.goToUnread(-1)),
  ];
}

function unreadKey(arrow: string, code: string, text: string, run: () => boolean): Key {
  return { drawn: `Alt ${arrow}`, codes: [code], alt: true, repeats: true, text, run };
}

/** What the open session has: its tabs, its tools, and who is in it. */
function openSessionKeys({ desk }: View, panel: PanelModel): readonly Key[] {
  const words = texts.keys;
  const inSession = (act: (head: SessionHead) => void) => () => {
    const head = panel.current.value?.head;
    const isLive = head?.state === 'live';
    if (isLive) act(head);
    return isLive;
  };
  const toTab = (tab: SessionTabKey) => inSession(({ id }) => panel.goToSession(id, tab));
  /* The report alone has the room of the composer. */
  const toChat = () => {
    const { value: place } = panel.place;
    return place.at === 'session' && place.tab === 'report' && toTab('chat')();
  };
  const asks = (what: 'invite' | 'transfer') => () => {
    const head = panel.current.value?.head;
    const mayAsk = head?.state === 'live' && myPart(head, desk.desk.value?.account.id).isOwner;
    if (mayAsk) panel.memberAsk.value = what;
    return mayAsk;
  };
  return [
    altKey('C', words.chat, toTab('chat')),
    altKey('S', words.screen, toTab('screen')),
    toolKey('B', words.board, toChat),
    { drawn: 'Alt .', codes: ['Period'], alt: true, text: toolTexts.tab, run: toTab('tools') },
    altKey('R', words.report, toTab('report')),
    altKey(
      'N',
      words.note,
      inSession(({ id }) => panel.beginNote(id)),
    ),
    releaseKey(inSession(({ id }) => void panel.consents.release(id))),
    ...sessionKeys(toChat),
    buttonKey('O', words.window),
    altKey('I', words.invite, asks('invite')),
    altKey('Y', words.transfer, asks('transfer')),
    altKey(
      'W',
      memberTexts.audience.key,
      inSession(({ id }) => panel.drafts.turnAudience(id)),
    ),
    {
      drawn: 'Ctrl F',
      codes: ['KeyF'],
      ctrl: true,
      text: words.search,
      run: inSession(({ id }) => {
        panel.goToSession(id, 'chat');
        panel.isSearching.value = true;
      }),
    },
  ];
}

/** Keys without Alt and Ctrl, which do nothing while somebody types. */
function plainKeys(panel: PanelModel): readonly Key[] {
  const words = texts.keys;
  return [
    { drawn: 'N', codes: ['KeyN'], single: true, text: words.start, run: always(() => panel.beginSession()) },
    {
      drawn: '?',
      codes: [],
      single: true,
      text: words.all,
      run: always(() => {
        panel.areKeysShown.value = true;
      }),
    },
  ];
}

const digits = Array.from({ length: 9 }, (_, digit) => `Digit${digit + 1}`);
