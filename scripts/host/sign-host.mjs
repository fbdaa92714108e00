/** Lets the organisation's own program sign an executable, with a key that RemoteHelp never sees. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT_MS = 300_000;

/**
 * @param {string} signer path of the program
 * @param {string} system
 * @param {string} executable signed in its place
 * @throws with what the signer said when it does not end with 0
 */
export async function signBy(signer, system, executable) {
  try {
    await run(signer, [system, executable], { timeout: TIME_LIMIT_MS });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`${signer} did not sign the customer host for ${system}. ${said}`.trim(), { cause });
  }
}
