/** What long work tells the terminal: every step at once, and in between a sign of life every two seconds. */
export type Progress = {
  say: (line: string) => void;
  /** Says the line unless something was said a moment ago; the line is made only then. */
  meanwhile: (line: () => string) => void;
};

const quietMs = 2000;

/** Progress that is written line by line; `nowMs` is any clock that goes forwards. */
export function createProgress(write: (line: string) => void, nowMs: () => number): Progress {
  let saidAtMs = nowMs();
  const say = (line: string): void => {
    saidAtMs = nowMs();
    write(line);
  };
  return {
    say,
    meanwhile: (line) => {
      if (nowMs() - saidAtMs >= quietMs) say(line());
    },
  };
}

/** A whole number as people read it. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}
