import { useLayoutEffect, useRef } from 'preact/hooks';
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardInk, BoardPen } from '../../contract/whiteboard.ts';
import { isComposing } from '../is-composing.ts';
import { inkColour } from './board-inks.ts';
import { boardTexts as texts } from './board-texts.ts';
import { textSizes } from './geometry.ts';
import type { Point } from './geometry.ts';

type BoardWritingProps = { at: Point; ink: BoardInk; pen: BoardPen; onDone: (text: string) => void };

/** A field on the paper, in the size and colour in which the words will stand there. Leaving it keeps them. */
export function BoardWriting({ at, ink, pen, onDone }: BoardWritingProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const finish = (text: string) => {
    // Leaving the field by a key takes it away, which is leaving it once more.
    if (isDone.current) return;
    isDone.current = true;
    onDone(text);
  };
  // At once, before it is painted: whoever types without a pause types into it.
  useLayoutEffect(() => {
    const own = field.current;
    own?.focus();
    // The other side has led to another tab: what was written so far stays where it was begun.
    return () => finish(own?.value ?? '');
  }, []);
  return (
    <textarea
      ref={field}
      class="rh-board-writing"
      aria-label={texts.written}
      dir="auto"
      rows={1}
      maxLength={500}
      style={{
        left: `${(at.x / boardSize.width) * 100}%`,
        top: `${(at.y / boardSize.height) * 100}%`,
        // 100cqw are the paper's width.
        fontSize: `${(textSizes[pen] / boardSize.width) * 100}cqw`,
        color: inkColour(ink),
      }}
      onInput={({ currentTarget }) => {
        currentTarget.style.height = 'auto';
        currentTarget.style.height = `${currentTarget.scrollHeight}px`;
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event)) return;
        if (event.key === 'Escape') finish('');
        else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          finish(event.currentTarget.value);
        }
      }}
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
    />
  );
}
