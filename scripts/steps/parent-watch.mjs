/** Notices that npm has gone: it passes a signal to the shell it started, and some shells end without passing it on. */

const lookEveryMs = 1000;

/**
 * Calls `ended` once when the process that started this one ends. Does nothing when npm did not start it, and keeps no
 * process alive.
 * @param {() => void} ended
 */
export function whenNpmEnds(ended) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const clock = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(clock);
    ended();
  }, lookEveryMs);
  clock.unref();
}
