/** Ends everything a suite started, also what was moved to a process group of its own or lost its parent. */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The environment variable by which a suite's processes are known; children inherit it. */
export const markVariable = 'REMOTEHELP_TEST_RUN';

const graceMs = 3000;

/**
 * Waits a moment for the suite's left-over processes to end by themselves, then ends them.
 * @param {number} groupLeader pid of the suite, which leads its own process group
 * @param {string} mark the suite's value of `markVariable`
 * @returns {Promise<string[]>} the command lines of what had to be ended
 */
export async function endLeftovers(groupLeader, mark) {
  const deadlineMs = Date.now() + graceMs;
  while (markedProcesses(mark).length > 0 && Date.now() < deadlineMs) await pause(100);
  const leftovers = markedProcesses(mark);
  const commandLines = leftovers.map(commandLine);
  sendToAll([-groupLeader, ...leftovers], 'SIGTERM');
  if (leftovers.length > 0) await pause(1000);
  sendToAll([-groupLeader, ...markedProcesses(mark)], 'SIGKILL');
  return commandLines;
}

/**
 * @param {string} mark
 * @returns {number[]} pids; none on systems without /proc, where the process group alone must do
 */
function markedProcesses(mark) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readProcess(pid, 'environ').includes(`${markVariable}=${mark}`))
    .filter((pid) => !/^State:\s+Z/m.test(readProcess(pid, 'status')))
    .map(Number);
}

/** @param {number} pid */
function commandLine(pid) {
  return `${pid} ${readProcess(String(pid), 'cmdline').replaceAll('\0', ' ').slice(0, 150)}`;
}

/**
 * @param {string} pid
 * @param {string} file
 * @returns {string} empty when the process has gone, or belongs to somebody else
 */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    // Processes end while the list is read.
    return '';
  }
}

/**
 * @param {number[]} pids negative for a process group
 * @param {NodeJS.Signals} signal
 */
export function sendToAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended already, which is what was wanted.
    }
  }
}
