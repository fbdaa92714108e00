/** The panel's keys: what each does, in one table, which the sheet of keys shows too. */
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { altKey, buttonKey } from '../keys/key.ts';
import type { Key } from '../keys/key.ts';
import { releaseKey, sessionKeys } from '../keys/session-keys.ts';
import { myPart } from '../members/my-part.ts';
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
    }),
    altKey('P', words.pass, () => void panel.pass()),
    { drawn: 'Alt 0', codes: ['Digit0'], alt: true, text: words.home, run: () => panel.goTo('home') },
    {
      drawn: 'Alt Shift 1 … 7',
      codes: digits.slice(0, 7),
      alt: true,
      shift: true,
      text: words.room,
      run: (event) => {
        const room = panel.rooms.value[digits.indexOf(event.code)];
        if (room !== undefined) panel.goTo(room);
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
      },
    },
    { drawn: 'Alt ↓', codes: ['ArrowDown'], alt: true, text: words.nextUnread, run: () => panel.goToUnread(1) },
    { drawn: 'Alt ↑', codes: ['ArrowUp'], alt: true, text: words.lastUnread, run: () => panel.goToUnread(-1) },
  ];
}

/** What the open session has: its tabs, its tools, and who is in it. */
function openSessionKeys({ desk }: View, panel: PanelModel): readonly Key[] {
  const words = texts.keys;
  const inSession = (run: (session: NonNullable<typeof panel.current.value>) => void) => () => {
    const open = panel.current.value;
    if (open?.head.state === 'live') run(open);
  };
  const toChat = inSession(({ head }) => panel.goToSession(head.id, 'chat'));
  const asks = (what: 'invite' | 'transfer') =>
    inSession(({ head }) => {
      if (myPart(head, desk.desk.value?.account.id).isOwner) panel.memberAsk.value = what;
    });
  return [
    altKey('C', words.chat, toChat),
    altKey(
      'S',
      words.screen,
      inSession(({ head }) => panel.goToSession(head.id, 'screen')),
    ),
    buttonKey('B', words.board, () => {
      toChat();
      requestAnimationFrame(() => pressButtonOf('Alt B'));
    }),
    {
      drawn: 'Alt .',
      codes: ['Period'],
      alt: true,
      text: toolTexts.tab,
      run: inSession(({ head }) => panel.goToSession(head.id, 'tools')),
    },
    altKey(
      'R',
      words.report,
      inSession(({ head }) => panel.goToSession(head.id, 'report')),
    ),
    altKey(
      'N',
      words.note,
      inSession(({ head }) => panel.beginNote(head.id)),
    ),
    releaseKey(inSession(({ head }) => void panel.consents.release(head.id))),
    ...sessionKeys(toChat),
    buttonKey('O', words.window),
    altKey('I', words.invite, asks('invite')),
    altKey('Y', words.transfer, asks('transfer')),
    altKey(
      'W',
      memberTexts.audience.key,
      inSession(({ head }) => panel.drafts.turnAudience(head.id)),
    ),
    {
      drawn: 'Ctrl F',
      codes: ['KeyF'],
      ctrl: true,
      text: words.search,
      run: inSession(({ head }) => {
        panel.goToSession(head.id, 'chat');
        panel.isSearching.value = true;
      }),
    },
  ];
}

/** Keys without Alt and Ctrl, which do nothing while somebody types. */
function plainKeys(panel: PanelModel): readonly Key[] {
  const words = texts.keys;
  return [
    { drawn: 'N', codes: ['KeyN'], single: true, text: words.start, run: () => panel.beginSession() },
    {
      drawn: '?',
      codes: [],
      single: true,
      text: words.all,
      run: () => {
        panel.areKeysShown.value = true;
      },
    },
  ];
}

const digits = Array.from({ length: 9 }, (_, digit) => `Digit${digit + 1}`);
