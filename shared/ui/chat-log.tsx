import { ArrowDown, Pencil } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import './chat-log.css';

type ChatLogProps = {
  /** The accessible name: "Chat with Marta Kowalenko". */
  label: string;
  /** Changes whenever something was added at the end: the last `seq`. */
  endKey: string | number;
  /** The last entry is the reader's own: then the log goes to its end in any case. */
  endIsMine?: boolean | undefined;
  /** Below the entries: "Marta is writing". */
  typing?: string | undefined;
  clock?: Clock | undefined;
  children: ComponentChildren;
};

const NEAR_END_PX = 32;

/** Is the reader at the end of the log, give or take a line? Sizes in px. */
export function isNearEnd(box: { scrollTop: number; clientHeight: number; scrollHeight: number }): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_END_PX;
}

function roomOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}

/** Messages and log lines in their order. Follows the end, except while the reader has scrolled up. */
export function ChatLog({ label, endKey, endIsMine, typing, clock = systemClock, children }: ChatLogProps) {
  const texts = useComponentTexts();
  const box = useRef<HTMLDivElement>(null);
  const entries = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  /** How large the box was when that was last known. */
  const room = useRef('');
  const [hasUnread, setUnread] = useState(false);

  const goToEnd = () => {
    if (box.current !== null) {
      box.current.scrollTop = box.current.scrollHeight;
      room.current = roomOf(box.current);
    }
    follows.current = true;
    setUnread(false);
  };

  useLayoutEffect(() => {
    if (follows.current || endIsMine === true) goToEnd();
    else setUnread(true);
  }, [endKey]);

  // A rising consent sheet or keyboard makes the box smaller, a picture that has come the entries longer: the last
  // message must stay in sight.
  useEffect(() => {
    if (box.current === null || entries.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      if (follows.current) goToEnd();
      else if (box.current !== null) room.current = roomOf(box.current);
    });
    observer.observe(box.current);
    observer.observe(entries.current);
    return () => observer.disconnect();
  }, []);

  const noticeScroll = () => {
    // Nobody has scrolled: the browser keeps its place in lines that are broken anew. What follows the end goes there next.
    if (box.current === null || roomOf(box.current) !== room.current) return;
    follows.current = isNearEnd(box.current);
    if (follows.current) setUnread(false);
  };

  return (
    <div class="rh-chat-log">
      <div ref={box} class="rh-chat-log-scroll" role="log" aria-label={label} tabIndex={0} onScroll={noticeScroll}>
        <div ref={entries} class="rh-chat-log-entries">
          {children}
        </div>
      </div>
      <TypingSign typing={typing} clock={clock} />
      {hasUnread && (
        <div class="rh-chat-log-more">
          <Button icon={ArrowDown} onClick={goToEnd}>
            {texts.newMessages}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Somebody types, stops and types again all the time: readers are told at most so often, in ms. */
const SAID_EVERY_MS = 30_000;

/** Outside of the log, which would be read out again with each sign. Seen at once, and said now and then. */
function TypingSign({ typing, clock }: { typing: string | undefined; clock: Clock }) {
  const [said, setSaid] = useState('');
  const saidAt = useRef(-Infinity);
  useEffect(() => {
    if (typing === undefined) return setSaid('');
    if (clock.now() - saidAt.current < SAID_EVERY_MS) return;
    saidAt.current = clock.now();
    setSaid(typing);
  }, [typing]);
  return (
    <>
      {typing !== undefined && (
        <p class="rh-chat-log-typing" aria-hidden="true">
          <Icon icon={Pencil} size={12} />
          {typing}
        </p>
      )}
      <p class="rh-unseen" role="status">
        {said}
      </p>
    </>
  );
}
