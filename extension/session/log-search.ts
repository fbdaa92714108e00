/** Finds words in what a log shows, and marks them without touching it: the browser draws highlights over the text. */

/** All places, in the order of the log. */
export type Found = readonly Range[];

const marks = { all: 'ext-found', now: 'ext-found-now' } as const;

/** Where the words stand, whatever their case. Nothing for no words. */
export function findIn(log: Element, words: string): Found {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return [...log.querySelectorAll('.rh-bubble-row, .rh-bubble-note, .rh-log-line')].flatMap((line) =>
    findInLine(line, wanted),
  );
}

/** Marks all places, one of them as the present one, and brings that into sight. */
export function mark(found: Found, now: number): void {
  unmark();
  const current = found[now];
  if (current === undefined) return;
  CSS.highlights.set(marks.all, new Highlight(...found));
  const present = new Highlight(current);
  present.priority = 1;
  CSS.highlights.set(marks.now, present);
  current.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Takes all marks away. */
export function unmark(): void {
  CSS.highlights.delete(marks.all);
  CSS.highlights.delete(marks.now);
}

function findInLine(line: Element, wanted: string): Range[] {
  const nodes = textsIn(line);
  // Letter by letter: some letters change their number when they become small, and places would no longer fit.
  const letters = nodes.flatMap((node) => [...node.data].map((letter) => ({ node, letter })));
  let offset = 0;
  let last: Text | undefined;
  const places = letters.map(({ node, letter }) => {
    if (node !== last) offset = 0;
    last = node;
    const place = { node, start: offset, end: offset + letter.length };
    offset = place.end;
    return place;
  });
  const small = letters.map(({ letter }) => letter.toLowerCase());
  const sought = [...wanted];
  const found: Range[] = [];
  for (let at = 0; at + sought.length <= small.length; at += 1) {
    if (!sought.every((letter, index) => small[at + index] === letter)) continue;
    const [first, final] = [places[at], places[at + sought.length - 1]];
    if (first === undefined || final === undefined) continue;
    const range = document.createRange();
    range.setStart(first.node, first.start);
    range.setEnd(final.node, final.end);
    found.push(range);
    at += sought.length - 1;
  }
  return found;
}

/** The texts that a person sees in a line; names that are only read out are left aside. */
function textsIn(line: Element): Text[] {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.rh-unseen') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  return texts;
}
