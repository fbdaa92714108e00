/**
 * Lets everybody who asks while a look is under way share the next one, so that many questions cost few looks. No answer
 * is older than its question: a look that had begun before is never given out.
 */
export function shareLooks<View>(look: () => Promise<View>): () => Promise<View> {
  let running: Promise<View> | undefined;
  let next: Promise<View> | undefined;

  const begin = (): Promise<View> => {
    const mine = look();
    const end = () => {
      if (running === mine) running = undefined;
    };
    next = undefined;
    running = mine;
    mine.then(end, end);
    return mine;
  };

  return () => {
    if (running === undefined) return begin();
    return (next ??= running.then(begin, begin));
  };
}
