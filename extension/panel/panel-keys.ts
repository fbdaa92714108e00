/** The panel's keys: what each does, in one table, which the sheet of keys shows too. */
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { toolTexts } from '../texts/tools-en.ts';
import { whiteboardTexts } from '../texts/whiteboard-en.ts';
import type { View } from '../view/open-view.ts';
import type { PanelModel } from './panel-model.ts';

/** One key, or a row of keys that do alike. */
export interface PanelKey {
  /** As it is drawn: `Alt A`. */
  readonly drawn: string;
  readonly text: string;
  /** By the physical key, so that layouts do not matter. */
  readonly codes: readonly string[];
  readonly alt: boolean;
  /** Ctrl, or Command on a Mac; not unless said. */
  readonly ctrl?: boolean;
  /** Only for keys of one letter: does nothing while typing, and can be switched off. */
  readonly single?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

/** Keys of the browser's own, as they are at first; people change them in the browser's settings. */
export const browserKeys = [
  { drawn: 'Alt Shift R', text: texts.keys.openPanel },
  { drawn: 'Alt Shift A', text: texts.keys.accept },
  { drawn: 'Alt Shift N', text: texts.keys.start },
  { drawn: 'Alt Shift X', text: texts.keys.release },
] as const;

/** All keys of the panel, in the order in which the sheet shows them. */
export function panelKeys({ desk, calls }: View, panel: PanelModel): readonly PanelKey[] {
  const words = texts.keys;
  const inSession = (run: (session: NonNullable<typeof panel.current.value>) => void) => () => {
    const open = panel.current.value;
    if (open?.head.state === 'live') run(open);
  };
  const alt = (drawn: string, codes: readonly string[], text: string, run: PanelKey['run']): PanelKey => ({
    drawn,
    codes,
    text,
    alt: true,
    run,
  });
  return [
    alt('Alt A', ['KeyA'], words.accept, () => {
      const first = desk.offered.value ?? desk.waiting.value[0];
      if (first !== undefined) void panel.claim(first.request.id);
    }),
    alt('Alt P', ['KeyP'], words.pass, () => void panel.pass()),
    alt('Alt 0', ['Digit0'], words.home, () => panel.goTo('home')),
    alt('Alt 1 … 9', digits, words.session, (event) => {
      const open = desk.sessions.value[digits.indexOf(event.code)];
      if (open !== undefined) panel.goToSession(open.head.id);
    }),
    alt('Alt ↓', ['ArrowDown'], words.nextUnread, () => panel.goToUnread(1)),
    alt('Alt ↑', ['ArrowUp'], words.lastUnread, () => panel.goToUnread(-1)),
    alt(
      'Alt C',
      ['KeyC'],
      words.chat,
      inSession(({ head }) => panel.goToSession(head.id, 'chat')),
    ),
    alt(
      'Alt S',
      ['KeyS'],
      words.screen,
      inSession(({ head }) => panel.goToSession(head.id, 'screen')),
    ),
    alt(
      'Alt B',
      ['KeyB'],
      whiteboardTexts.tab,
      inSession(({ head }) => panel.goToSession(head.id, 'board')),
    ),
    alt(
      'Alt T',
      ['KeyT'],
      toolTexts.tab,
      inSession(({ head }) => panel.goToSession(head.id, 'tools')),
    ),
    alt(
      'Alt R',
      ['KeyR'],
      words.report,
      inSession(({ head }) => panel.goToSession(head.id, 'report')),
    ),
    alt(
      'Alt N',
      ['KeyN'],
      words.note,
      inSession(({ head }) => panel.beginNote(head.id)),
    ),
    alt(
      'Alt V',
      ['KeyV'],
      words.view,
      inSession(({ head }) => panel.consents.begin(head.id, 'view')),
    ),
    alt(
      'Alt G',
      ['KeyG'],
      words.control,
      inSession(({ head }) => panel.consents.begin(head.id, 'control')),
    ),
    alt(
      'Alt X',
      ['KeyX'],
      words.release,
      inSession(({ head }) => void panel.consents.release(head.id)),
    ),
    alt(
      'Alt W',
      ['KeyW'],
      memberTexts.audience.key,
      inSession(({ head }) => {
        panel.drafts.setAudience(head.id, panel.drafts.audienceOf(head.id) === 'reps' ? 'all' : 'reps');
      }),
    ),
    alt(
      'Alt M',
      ['KeyM'],
      words.mute,
      inSession(({ head }) => calls.toggleMuted(head)),
    ),
    {
      drawn: 'Ctrl F',
      codes: ['KeyF'],
      text: words.search,
      alt: false,
      ctrl: true,
      run: inSession(({ head }) => {
        panel.goToSession(head.id, 'chat');
        panel.isSearching.value = true;
      }),
    },
    {
      drawn: 'N',
      codes: ['KeyN'],
      text: words.start,
      alt: false,
      single: true,
      run: () => panel.beginSession(),
    },
    {
      drawn: '?',
      codes: [],
      text: words.all,
      alt: false,
      single: true,
      run: () => {
        panel.areKeysShown.value = true;
      },
    },
  ];
}

const digits = Array.from({ length: 9 }, (_, digit) => `Digit${digit + 1}`);

/** Whoever typed so lately into a field that has gone meanwhile does not know it yet, in ms. */
const typedOnMs = 2000;
/** With these a field is left on purpose. */
const leaving: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/** Watches the page's keys until it is left. */
export function watchPanelKeys(view: View, panel: PanelModel): void {
  const keys = panelKeys(view, panel);
  let typedAt = -Infinity;
  document.addEventListener('pointerdown', () => {
    typedAt = -Infinity;
  });
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target)) typedAt = leaving.has(event.key) ? -Infinity : event.timeStamp;
    if (event.defaultPrevented || view.desk.desk.value === null) return;
    const key = keys.find((candidate) => isPressed(candidate, event));
    if (key === undefined) return;
    // Where a session has ended under somebody's fingers, what they still type is no order.
    const isTypedOn = event.timeStamp - typedAt < typedOnMs;
    if (key.single === true && (isTypedOn || !view.desk.settings.value.singleKeys)) return;
    event.preventDefault();
    key.run(event);
  });
}

function isPressed(key: PanelKey, event: KeyboardEvent): boolean {
  const isCtrl = event.ctrlKey || event.metaKey;
  if (isCtrl !== (key.ctrl === true)) return false;
  if (key.drawn === '?') return event.key === '?' && !event.altKey;
  return key.alt === event.altKey && key.codes.includes(event.code);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
