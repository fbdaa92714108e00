/** What others draw and move at this moment, until it is done or nothing more is heard of it. */
import { signal } from '@preact/signals';
import type { BoardItem, BoardItemId, BoardLive } from '../../contract/whiteboard.ts';
import type { Clock } from '../clock.ts';

/** Whoever vanished in the middle of a stroke leaves nothing behind. */
const goneAfterMs = 5000;

type Moving = Extract<BoardLive, { is: 'place' }>;

/** Something under somebody's hand. */
export type LiveThing =
  | { readonly is: 'drawn'; readonly tab: string; readonly item: BoardItem }
  | { readonly is: 'moved'; readonly tab: string; readonly to: Moving };

export function createLiveLayer(clock: Clock) {
  const things = signal<ReadonlyMap<BoardItemId, LiveThing>>(new Map());
  const forget = new Map<BoardItemId, () => void>();

  function drop(id: BoardItemId): void {
    forget.get(id)?.();
    forget.delete(id);
    if (!things.value.has(id)) return;
    const rest = new Map(things.value);
    rest.delete(id);
    things.value = rest;
  }

  function put(id: BoardItemId, thing: LiveThing): void {
    forget.get(id)?.();
    forget.set(
      id,
      clock.after(goneAfterMs, () => drop(id)),
    );
    things.value = new Map(things.value).set(id, thing);
  }

  return {
    things,
    drop,
    take(live: BoardLive) {
      switch (live.is) {
        case 'stroke': {
          const { is: _is, tab, from, points: more, ...rest } = live;
          const known = things.value.get(live.id);
          const before = known?.is === 'drawn' && known.item.kind === 'stroke' ? known.item.points : '';
          // Who came in the middle of a stroke sees it when it is done.
          if (before.length !== from) return;
          const points = before === '' ? more : `${before} ${more}`;
          return put(live.id, { is: 'drawn', tab, item: { kind: 'stroke', ...rest, points } });
        }
        case 'shape':
          return put(live.item.id, { is: 'drawn', tab: live.tab, item: live.item });
        case 'place':
          return put(live.item, { is: 'moved', tab: live.tab, to: live });
        case 'over':
          return drop(live.item);
        default:
          live satisfies never;
      }
    },
  };
}
