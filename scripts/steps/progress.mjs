/** What a person sees while a script works: one line a step, with its seconds, and problems in plain words. */

/** A failure the reader can do something about: its message is printed as it is, without a stack. */
export class Problem extends Error {}

const heartbeatMs = 15_000;

/**
 * Announces `title`, does `work`, then prints how many seconds it took. Says "still at it" every 15 s, so that a slow
 * network does not look like a hang.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what `work` returned; its error passes through
 */
export async function step(title, work) {
  const startedMs = Date.now();
  const seconds = () => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;
  console.log(`  ${title} …`);
  const heartbeat = setInterval(() => console.log(`  ${title}: still at it, ${seconds()}`), heartbeatMs);
  try {
    const result = await work();
    console.log(`  ${title}: ${seconds()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a script's main function. A `Problem` is printed without a stack; anything else is a bug and shows one.
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}

/**
 * Prints why a script cannot go on.
 * @param {unknown} error
 */
export function reportFailure(error) {
  console.error(error instanceof Problem ? `\n${error.message}\n` : error);
}
