/** Mouse, pen and finger on the paper, as the hand understands them. Two fingers move the paper instead of drawing. */
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardHand, Grip, PointerKind } from './board-hand.ts';
import type { BoardModel } from './board-model.ts';
import type { Point } from './geometry.ts';

/** Until the returned function is called. */
export function watchPointers(paper: HTMLElement, model: BoardModel, hand: BoardHand): () => void {
  const over = new AbortController();
  const { signal } = over;
  /** The pointer that draws. */
  let drawing: number | undefined;
  /** Fingers on the paper, by where they were last. */
  const fingers = new Map<number, Point>();

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    return { x: ((clientX - left) / width) * boardSize.width, y: ((clientY - top) / height) * boardSize.height };
  };
  const gripOf = (event: PointerEvent): Grip => ({
    by: kindOf(event.pointerType),
    shift: event.shiftKey,
    handle: event.target instanceof Element && event.target.closest('[data-handle]') !== null,
  });

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || isField(event.target)) return;
    if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size > 1) {
      hand.cancel();
      drawing = undefined;
      return;
    }
    // A palm beside the pen draws nothing.
    if (drawing !== undefined) return;
    // The browser would take the focus back from a field that opens in this press.
    event.preventDefault();
    if (model.tool.value !== 'text') paper.focus({ preventScroll: true });
    paper.setPointerCapture(event.pointerId);
    drawing = event.pointerId;
    hand.down(pointOf(event), gripOf(event));
  };
  const move = (event: PointerEvent) => {
    if (fingers.size > 1) return pan(event);
    if (event.pointerId !== drawing) return;
    // The browser hands on one event a frame; the points between make the line round.
    const all = event.getCoalescedEvents();
    hand.move((all.length === 0 ? [event] : all).map(pointOf), gripOf(event));
  };
  const pan = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    paper.parentElement?.scrollBy((before.x - event.clientX) / fingers.size, (before.y - event.clientY) / fingers.size);
  };
  const lift = (event: PointerEvent, act: 'up' | 'cancel') => {
    fingers.delete(event.pointerId);
    if (event.pointerId !== drawing) return;
    drawing = undefined;
    hand[act]();
  };

  paper.addEventListener('pointerdown', down, { signal });
  paper.addEventListener('pointermove', move, { signal });
  paper.addEventListener('pointerup', (event) => lift(event, 'up'), { signal });
  paper.addEventListener('pointercancel', (event) => lift(event, 'cancel'), { signal });
  return () => {
    over.abort();
    hand.cancel();
  };
}

function kindOf(pointerType: string): PointerKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('textarea') !== null;
}
