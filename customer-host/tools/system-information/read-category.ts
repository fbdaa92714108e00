/** Reads one category of what this computer is, by the `systeminformation` package and the system's own commands. */
import { execFile } from 'node:child_process';
import { hostname, uptime, userInfo } from 'node:os';
import { promisify } from 'node:util';
import * as si from 'systeminformation';
import { MOST_SYSTEM_ROWS } from '../../../shared/contract/system-information.ts';
import type { SystemReading, SystemTable } from '../../../shared/contract/system-information.ts';
import type { SystemCategory } from '../../../shared/contract/tool-use.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { installedSoftware } from './installed-software.ts';

type Facts = SystemReading['facts'];
type Found = { readonly facts?: Facts; readonly table?: SystemTable; readonly problem?: string };

const runFile = promisify(execFile);
const READ_WITHIN_MS = 20_000;
const LOG_LINES = 300;
/** Of a whole answer, in bytes: what one message of the link carries, with room for what is around it. */
const MOST_BYTES = 150_000;

const readers: Record<SystemCategory, (signal: AbortSignal) => Promise<Found>> = {
  async system() {
    const [os, made, board, bios] = await Promise.all([si.osInfo(), si.system(), si.baseboard(), si.bios()]);
    return {
      facts: known([
        ['Computer', hostname()],
        ['User', userInfo().username],
        ['System', `${os.distro} ${os.release}`],
        ['Kernel', os.kernel],
        ['Architecture', os.arch],
        ['Made by', `${made.manufacturer} ${made.model}`],
        ['Mainboard', `${board.manufacturer} ${board.model}`],
        ['Firmware', `${bios.vendor} ${bios.version} ${bios.releaseDate ?? ''}`],
        ['Running for', duration(uptime())],
        ['Time zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
      ]),
    };
  },
  async processor() {
    const [cpu, load, heat] = await Promise.all([si.cpu(), si.currentLoad(), si.cpuTemperature()]);
    return {
      facts: known([
        ['Processor', `${cpu.manufacturer} ${cpu.brand}`],
        ['Cores', `${cpu.physicalCores} (${cpu.cores} threads)`],
        ['Speed', cpu.speed > 0 ? `${cpu.speed} GHz` : ''],
        ['Load now', `${Math.round(load.currentLoad)} %`],
        ['Temperature', heat.main === null ? '' : `${Math.round(heat.main)} °C`],
        ['Virtual machine', cpu.virtualization ? 'can run some' : ''],
      ]),
    };
  },
  async memory() {
    const [memory, layout] = await Promise.all([si.mem(), si.memLayout()]);
    return {
      facts: known([
        ['Memory', byteSize(memory.total)],
        ['In use', byteSize(memory.active)],
        ['Available', byteSize(memory.available)],
        ['Swap', memory.swaptotal === 0 ? 'none' : `${byteSize(memory.swapused)} of ${byteSize(memory.swaptotal)}`],
      ]),
      table: tableOf(
        ['Bank', 'Size', 'Kind', 'Made by'],
        layout.map(({ bank, size, type, manufacturer }) => [bank, byteSize(size), type, manufacturer ?? '']),
      ),
    };
  },
  async disks() {
    const [sizes, disks] = await Promise.all([si.fsSize(), si.diskLayout()]);
    return {
      facts: known(disks.map(({ name, size, type, vendor }) => [`${vendor} ${name}`, `${type} ${byteSize(size)}`])),
      table: tableOf(
        ['Mounted at', 'Size', 'Used', '%', 'Kind', 'Device'],
        sizes.map(({ mount, size, used, use, type, fs }) => [
          mount,
          byteSize(size),
          byteSize(used),
          String(Math.round(use)),
          type,
          fs,
        ]),
        ['%'],
      ),
    };
  },
  async network() {
    const [found, gateway] = await Promise.all([si.networkInterfaces(), si.networkGatewayDefault()]);
    return {
      facts: known([['Gateway', gateway]]),
      table: tableOf(
        ['Name', 'Address', 'IPv6', 'MAC', 'State', 'Kind'],
        [found].flat().map(({ iface, ip4, ip6, mac, operstate, type }) => [iface, ip4, ip6, mac, operstate, type]),
      ),
    };
  },
  async displays() {
    const { controllers, displays } = await si.graphics();
    return {
      facts: known(controllers.map(({ vendor, model }, index) => [`Graphics ${index + 1}`, `${vendor} ${model}`])),
      table: tableOf(
        ['Display', 'Pixels', 'Main', 'Connection'],
        displays.map(({ model, resolutionX, resolutionY, main, connection }) => [
          model,
          resolutionX === null ? '' : `${resolutionX} × ${resolutionY}`,
          main ? 'yes' : '',
          connection ?? '',
        ]),
      ),
    };
  },
  async software(signal) {
    const rows = await installedSoftware((command, args, bounds) => runFile(command, args, { ...bounds, signal }));
    return rows === undefined
      ? { problem: 'This system does not list its software in a way that RemoteHelp can read.' }
      : { table: tableOf(['Program', 'Version', 'Made by'], rows) };
  },
  async processes() {
    const { list } = await si.processes();
    const busiest = list.toSorted((one, other) => other.cpu - one.cpu || other.memRss - one.memRss);
    return {
      table: tableOf(
        ['Process', 'Id', 'CPU %', 'Memory', 'User', 'State'],
        busiest.map(({ name, pid, cpu, memRss, user, state }) => [
          name,
          String(pid),
          cpu.toFixed(1),
          byteSize(memRss * 1024),
          user,
          state,
        ]),
        ['Id', 'CPU %'],
      ),
    };
  },
  async services() {
    const found = await si.services('*');
    return {
      table: tableOf(
        ['Service', 'Running', 'Starts'],
        found.map(({ name, running, startmode }) => [name, running ? 'yes' : 'no', startmode]),
      ),
      ...(found.length === 0 ? { problem: 'This system tells nothing of its services.' } : {}),
    };
  },
  async logs(signal) {
    const [command, args] = latestWarnings();
    try {
      const { stdout } = await runFile(command, [...args], { timeout: READ_WITHIN_MS, maxBuffer: 32_000_000, signal });
      const lines = stdout.split(/\r?\n/u).filter((line) => line.trim() !== '');
      // Windows gives the newest first, the others last.
      const latest = process.platform === 'win32' ? lines.slice(0, LOG_LINES) : lines.slice(-LOG_LINES);
      return {
        table: tableOf(
          ['Latest warnings and errors'],
          latest.map((line) => [line]),
        ),
      };
    } catch {
      // Whatever hinders it (no such command, no right to read, too much of it) has one answer for the person who asked.
      return { problem: 'The system’s log could not be read by this user.' };
    }
  },
};

/** The command that tells the latest warnings and errors. */
function latestWarnings(): readonly [command: string, args: readonly string[]] {
  switch (process.platform) {
    case 'win32':
      return ['wevtutil', ['qe', 'System', '/q:*[System[(Level<=3)]]', '/c:40', '/rd:true', '/f:text']];
    case 'darwin':
      return ['log', ['show', '--last', '10m', '--style', 'compact', '--predicate', 'messageType >= 16']];
    default:
      return ['journalctl', ['-n', String(LOG_LINES), '--no-pager', '-o', 'short-iso', '-p', 'warning']];
  }
}

/** What is missing on a computer that tells less than others is said in `problem`, and so is what took too long. */
export async function readCategory(category: SystemCategory, now: number, signal: AbortSignal): Promise<SystemReading> {
  signal.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), READ_WITHIN_MS);
  try {
    const both = AbortSignal.any([signal, late.signal]);
    const { facts = [], table, problem = '' } = await Promise.race([readers[category](both), tooLate(both)]);
    return fitting({ category, at: now, facts, table: table ?? null, problem });
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(signal: AbortSignal): Promise<Found> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ problem: 'The computer did not answer in time. Try again.' }));
  });
}

/** Without the last rows of a list that is too long for one message. */
function fitting(reading: SystemReading): SystemReading {
  const { table } = reading;
  if (table === null || table.rows.length === 0) return reading;
  const bytes = Buffer.byteLength(JSON.stringify(reading));
  if (bytes <= MOST_BYTES) return reading;
  const kept = Math.floor((table.rows.length * MOST_BYTES) / bytes) - 1;
  const rows = table.rows.slice(0, Math.max(0, kept));
  return fitting({ ...reading, table: { ...table, rows, leftOff: table.leftOff + table.rows.length - rows.length } });
}

/** Facts without those of which the computer tells nothing. */
function known(rows: readonly (readonly [name: string, value: string])[]): Facts {
  return rows
    .map(([name, value]) => ({ name: cut(name, 80), value: cut(value, 500) }))
    .filter(({ name, value }) => name !== '' && value !== '')
    .slice(0, 200);
}

function tableOf(names: readonly string[], rows: readonly (readonly string[])[], numbers: string[] = []): SystemTable {
  return {
    columns: names.map((name) => ({ name, isNumber: numbers.includes(name) })),
    rows: rows.slice(0, MOST_SYSTEM_ROWS).map((row) => row.map((cell) => cut(cell, 500))),
    leftOff: Math.max(0, rows.length - MOST_SYSTEM_ROWS),
  };
}

/** On one line, without what cannot be seen; the package gives some fields as nothing although its types say otherwise. */
function cut(text: string | null | undefined, longest: number): string {
  return (text ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}

function duration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${days === 0 ? '' : `${days} d `}${hours} h ${minutes} min`;
}
