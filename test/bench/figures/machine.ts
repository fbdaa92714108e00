import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on, a line each. */
export function describeMachine(): string[] {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${distribution()}`,
    `Node ${process.versions.node}; ${firstLine('/usr/bin/chromium', ['--version'])}`,
    `TigerVNC ${debianVersion('tigervnc-scraping-server')}, Xephyr ${debianVersion('xserver-xephyr')}`,
    describeLoad(),
  ];
}

/** The load now, so that a reader sees who else was at work. */
export function describeLoad(): string {
  const [one = 0, five = 0] = loadavg();
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, load ${one.toFixed(2)} (5 minutes: ${five.toFixed(2)})`;
}

function distribution(): string {
  return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
}

function debianVersion(name: string): string {
  return firstLine('dpkg-query', ['-W', '-f=${Version}', name]);
}

function firstLine(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? '';
  } catch {
    // Not Debian, or not installed there: the report says so instead of failing.
    return 'unknown';
  }
}
