/** Runs one command to its end. */
import { spawn } from 'node:child_process';
import { Problem } from './progress.mjs';
import { projectRoot } from './project.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 1 when a signal ended it
 * @property {string} output standard output and error, as they came
 */

/**
 * Runs a command quietly and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, show?: boolean }} [options] `show` lets the output through as it comes
 * @returns {Promise<Finished>} whatever the exit code; rejects when the command cannot be started
 */
export function runCommand(command, args, { env = process.env, shell = false, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a Node script quietly; when it fails its whole output becomes the problem's text.
 * @param {string} what in words, for the message
 * @param {string[]} args script and arguments
 */
export async function runNode(what, args) {
  const { code, output } = await runCommand(process.execPath, args);
  if (code !== 0) throw new Problem(`${what} failed (exit code ${code}):\n\n${output.trim()}`);
}
