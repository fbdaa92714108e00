import { isDeepStrictEqual } from 'node:util';

/** Thousands of pages may be open, and each looks at the same: more than once a second nobody needs it anew. */
const restMs = 1000;

/** Tells all pages what is new: the first news at once, then at most one each second, always ending with the latest. */
export interface PageNews<Value> {
  tell(value: Value): void;
}

export function createPageNews<Value>(
  send: (value: Value) => void,
  rest: (then: () => void) => void = (then) => void setTimeout(then, restMs).unref(),
): PageNews<Value> {
  let latest: Value | undefined;
  let sent: Value | undefined;
  let resting = false;

  const sendWhatIsNew = () => {
    resting = false;
    if (latest === undefined || isDeepStrictEqual(latest, sent)) return;
    sent = latest;
    send(latest);
    resting = true;
    rest(sendWhatIsNew);
  };

  return {
    tell(value) {
      latest = value;
      if (!resting) sendWhatIsNew();
    },
  };
}
