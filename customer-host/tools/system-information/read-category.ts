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

const run = promisify(execFile);
const READ_WITHIN_MS = 20_000;
const LOG_LINES = 300;

const readers: Record<SystemCategory, () => Promise<Found>> = {
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
  async software() {
    const rows = await installedSoftware(run);
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
  async logs() {
    const [command, args] =
      process.platform === 'win32'
        ? (['wevtutil', ['qe', 'System', `/c:${LOG_LINES}`, '/rd:true', '/f:text']] as const)
        : process.platform === 'darwin'
          ? (['log', ['show', '--last', '10m', '--style', 'compact']] as const)
          : (['journalctl', ['-n', String(LOG_LINES), '--no-pager', '-o', 'short-iso', '-p', 'warning']] as const);
    try {
      const { stdout } = await run(command, [...args], { timeout: READ_WITHIN_MS, maxBuffer: 8_000_000 });
      const lines = stdout.split(/\r?\n/u).filter((line) => line.trim() !== '');
      return {
        table: tableOf(
          ['Latest warnings'],
          lines.slice(-LOG_LINES).map((line) => [line]),
        ),
      };
    } catch {
      // Whatever hinders it (no such command, no right to read) has one answer for the person who asked.
      return { problem: 'The system’s log cannot be read by this user.' };
    }
  },
};

/** Never rejects for a computer that tells less than others: what is missing is said in `problem`. */
export async function readCategory(category: SystemCategory, now: number): Promise<SystemReading> {
  const { facts = [], table, problem = '' } = await readers[category]();
  return { category, at: now, facts, table: table ?? null, problem };
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
