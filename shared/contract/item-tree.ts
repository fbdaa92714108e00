/** Small trees, kept as one list in which siblings stand in their order. Pure: server and pages go by the same rules. */

/** Something that stands under another one, or at the top. */
export interface TreeItem {
  readonly id: string;
  readonly parent: string | null;
}

/** An item as a tree is read; `depth` is 0 at the top. */
export interface TreeRow<Item> {
  readonly item: Item;
  readonly depth: number;
}

/** Each item followed by what stands under it. What stands under nothing that is there is left out. */
export function treeRows<Item extends TreeItem>(items: readonly Item[]): TreeRow<Item>[] {
  const under = (parent: string | null, depth: number): TreeRow<Item>[] =>
    items.filter((item) => item.parent === parent).flatMap((item) => [{ item, depth }, ...under(item.id, depth + 1)]);
  return under(null, 0);
}

/** The item and all that it stands under, from the top down; empty for an id that is not there. */
export function pathTo<Item extends TreeItem>(items: readonly Item[], id: string | null): Item[] {
  const path: Item[] = [];
  let at = items.find((item) => item.id === id);
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at);
    const { parent } = at;
    at = items.find((item) => item.id === parent);
  }
  return path;
}

/** The item and all below it. */
export function branchOf<Item extends TreeItem>(items: readonly Item[], id: string): Item[] {
  return items.filter((item) => pathTo(items, item.id).some((above) => above.id === id));
}

/**
 * The list with one item put under `parent` (`null`: the top), before the sibling `before` (`null`: last). The item may be
 * a new one. `undefined` when that cannot be: under itself, or under or before something that is not there.
 */
export function placed<Item extends TreeItem>(
  items: readonly Item[],
  item: Item,
  before: string | null,
): Item[] | undefined {
  const others = items.filter(({ id }) => id !== item.id);
  const above = pathTo(items, item.parent);
  if (item.parent !== null && (above.length === 0 || above.some(({ id }) => id === item.id))) return undefined;
  if (before === null) return [...others, item];
  const at = others.findIndex(({ id, parent }) => id === before && parent === item.parent);
  return at < 0 ? undefined : others.toSpliced(at, 0, item);
}

/** Which sibling an item would stand before after a step up or down among its siblings; `undefined` at the end of them. */
export function stepAmongSiblings<Item extends TreeItem>(
  items: readonly Item[],
  item: Item,
  step: 'up' | 'down',
): string | null | undefined {
  const siblings = items.filter(({ parent }) => parent === item.parent);
  const at = siblings.findIndex(({ id }) => id === item.id);
  if (step === 'up') return at > 0 ? siblings[at - 1]?.id : undefined;
  return at < 0 || at === siblings.length - 1 ? undefined : (siblings[at + 2]?.id ?? null);
}
