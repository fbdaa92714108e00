/** The end of a stream of bytes. */
export interface Tail {
  add(bytes: Uint8Array): void;
  /** At most so many as were promised, beginning after a line break where something was left off. */
  read(): Uint8Array;
}

/** Keeps at most `most` bytes, and twice as many for a moment. */
export function createTail(most: number): Tail {
  let pieces: Uint8Array[] = [];
  let kept = 0;
  let isWhole = true;

  function joined(): Uint8Array {
    const all = new Uint8Array(kept);
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  function cut(): void {
    const end = joined().slice(-most);
    pieces = [end];
    kept = end.length;
    isWhole = false;
  }

  return {
    add(bytes) {
      pieces.push(bytes.slice());
      kept += bytes.length;
      if (kept > 2 * most) cut();
    },
    read() {
      if (kept > most) cut();
      const all = joined();
      // A cut may have gone through a letter or an order of the terminal: the next line is whole again.
      return isWhole ? all : all.subarray(all.indexOf(0x0a) + 1);
    },
  };
}
