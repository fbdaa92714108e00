import type { Port } from '../../../../extension/port/port-frames.ts';

/** The two ends of one runtime port, without a browser: what one posts the other hears in the next turn, as a copy. */
export function portPair(): [Port, Port] {
  const ends = [end(), end()] as const;
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const { closed } of ends) for (const listener of closed) listener();
  };
  const portTo = (own: End, other: End): Port => ({
    post(message) {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => isOpen && other.heard.forEach((listener) => listener(copy)));
    },
    onMessage: (listener) => own.heard.push(listener),
    onClose: (listener) => own.closed.push(listener),
    close,
  });
  return [portTo(ends[0], ends[1]), portTo(ends[1], ends[0])];
}

interface End {
  readonly heard: ((message: unknown) => void)[];
  readonly closed: (() => void)[];
}

function end(): End {
  return { heard: [], closed: [] };
}
