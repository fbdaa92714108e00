import { useEffect, useId, useRef } from 'preact/hooks';
import { placedAt } from '../../contract/apply-to-board.ts';
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardItem } from '../../contract/whiteboard.ts';
import type { BoardHand } from './board-hand.ts';
import type { BoardModel } from './board-model.ts';
import { boardTexts as texts } from './board-texts.ts';
import { BoardThing } from './board-thing.tsx';
import { boxOf } from './geometry.ts';
import { watchPointers } from './watch-pointers.ts';

type BoardPaperProps = {
  model: BoardModel;
  hand: BoardHand;
  /** Twice the size that fits; the room scrolls. */
  isLarge: boolean;
  /** A field to write in, where something is being written. */
  children?: preact.ComponentChildren;
};

/**
 * The sheet that both draw on. SVG and not a canvas: what can be selected is an element, lines stay sharp at every size
 * and in print, and two thousand of them are still drawn within a frame because only what changes is touched.
 */
export function BoardPaper({ model, hand, isLarge, children }: BoardPaperProps) {
  const paper = useRef<HTMLDivElement>(null);
  const help = useId();
  useEffect(() => (paper.current === null ? undefined : watchPointers(paper.current, model, hand)), [model, hand]);
  const things = thingsNow(model, hand);
  const addresses = model.pictures.addresses.value;
  useEffect(() => {
    for (const { item } of model.shown.value) if (item.kind === 'picture') model.pictures.want(item.picture);
  }, [model.shown.value]);
  return (
    <div class="rh-board-room">
      <div
        ref={paper}
        class="rh-board-paper"
        data-tool={model.tool.value}
        data-large={isLarge}
        // The keys of the board are no text editor's and no page's: readers hand them on.
        role="application"
        tabIndex={0}
        aria-label={texts.paper(model.current.value?.name ?? '')}
        aria-describedby={help}
      >
        <svg viewBox={`0 0 ${boardSize.width} ${boardSize.height}`} aria-hidden="true">
          {things.map((item) => (
            <BoardThing key={item.id} item={item} addresses={addresses} />
          ))}
          <Selection items={things.filter(({ id }) => model.selected.value.has(id))} />
        </svg>
        {children}
      </div>
      <p id={help} class="rh-unseen">
        {texts.paperKeys}
      </p>
    </div>
  );
}

/** What lies there, with what is under somebody's hand where it is at this moment. */
function thingsNow(model: BoardModel, hand: BoardHand): BoardItem[] {
  const live = model.live.things.value;
  const mine = hand.moving.value;
  const lying = model.shown.value.map(({ item }) => {
    const moved = live.get(item.id);
    return mine.get(item.id) ?? (moved?.is === 'moved' ? placedAt(item, moved.to.at, moved.to.size) : item);
  });
  const tab = model.current.value?.id;
  const there = new Set(lying.map(({ id }) => id));
  const drawn = [...live.values()].flatMap((thing) =>
    thing.is === 'drawn' && thing.tab === tab && !there.has(thing.item.id) ? [thing.item] : [],
  );
  const own = hand.drawing.value;
  return [...lying, ...drawn, ...(own === undefined ? [] : [own])];
}

function Selection({ items }: { items: readonly BoardItem[] }) {
  const [only] = items;
  return (
    <>
      {items.map((item) => {
        const { x, y, width, height } = boxOf(item);
        return (
          <rect key={item.id} class="rh-board-frame" x={x - 8} y={y - 8} width={width + 16} height={height + 16} />
        );
      })}
      {only !== undefined && items.length === 1 && only.kind !== 'stroke' && only.kind !== 'text' && (
        <circle class="rh-board-handle" data-handle="" cx={only.x + only.width} cy={only.y + only.height} r={16} />
      )}
    </>
  );
}
