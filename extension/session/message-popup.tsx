import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { systemClock } from '../../shared/ui/clock.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { useComponentTexts } from '../../shared/ui/component-texts.ts';
import { wordsOf } from '../port/unread.ts';
import { popupTexts } from '../texts/popup-en.ts';
import { useView } from '../view/view-context.ts';
import { marksOf, newestMessage } from './new-messages.ts';
import type { Marks, NewMessage } from './new-messages.ts';
import './message-popup.css';

/** So long a message stays over what is shown, in ms. */
const SHOWN_MS = 6000;
const LONGEST = 160;

type MessagePopupProps = {
  /** The session whose newest message this view shows now: it needs no telling. */
  inSight: SessionId | undefined;
  /** The one session that this view is about; every session unless said. */
  only?: SessionId | undefined;
  onOpen: (session: SessionId) => void;
};

/** A message whose chat is out of sight, half transparent at the bottom for a moment. A press opens the chat. */
export function MessagePopup({ inSight, only, onOpen }: MessagePopupProps) {
  const { desk } = useView();
  const texts = useComponentTexts();
  const logs = desk.logs.value;
  const marks = useRef<Marks>(undefined);
  const [shown, setShown] = useState<NewMessage>();

  useEffect(() => {
    const before = marks.current;
    marks.current = marksOf(logs);
    if (before === undefined) return;
    const isMeant = (session: SessionId) => session !== inSight && (only === undefined || session === only);
    const news = newestMessage(logs, before, isMeant);
    if (news !== undefined) setShown(news);
  }, [logs]);
  useEffect(() => (shown === undefined ? undefined : systemClock.after(SHOWN_MS, () => setShown(undefined))), [shown]);
  useEffect(() => {
    if (shown?.session === inSight) setShown(undefined);
  }, [inSight]);

  const name = desk.sessions.value.find(({ head }) => head.id === shown?.session)?.head.customer.name;
  return (
    <div class="ext-popup-place" role="status">
      {shown !== undefined && name !== undefined && (
        <div key={shown.entry.seq} class="ext-popup">
          <button
            type="button"
            class="ext-popup-open"
            title={popupTexts.open(safeName(name))}
            onClick={() => {
              setShown(undefined);
              onOpen(shown.session);
            }}
          >
            <b class="ext-popup-name">
              <OutsideText text={name} />
            </b>
            <span class="ext-popup-words">
              <OutsideText text={safeName(wordsOf(shown.entry), LONGEST)} />
            </span>
          </button>
          <IconButton icon={X} label={texts.close} onClick={() => setShown(undefined)} />
        </div>
      )}
    </div>
  );
}
