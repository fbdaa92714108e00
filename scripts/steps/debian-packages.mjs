/** The programs and libraries that tests need beside Node, and how they come onto the machine. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem, step } from './progress.mjs';
import { runCommand } from './run-process.mjs';

/**
 * Debian's package → the command or library that shows it is there on other systems.
 * @type {Record<'desktop' | 'bench', Record<string, string>>}
 */
const packages = {
  desktop: {
    chromium: 'chromium',
    'firefox-esr': 'firefox-esr',
    xvfb: 'Xvfb',
    'xserver-xephyr': 'Xephyr',
    openbox: 'openbox',
    'dbus-x11': 'dbus-launch',
    dunst: 'dunst',
    xdotool: 'xdotool',
    imagemagick: 'import',
    'x11-utils': 'xprop',
    'x11-xserver-utils': 'xrandr',
    xterm: 'xterm',
    mousepad: 'mousepad',
    'libnotify-bin': 'notify-send',
    binutils: 'strip',
    openssl: 'openssl',
    coturn: 'turnserver',
    'fonts-noto-core': 'Noto Sans',
    'fonts-noto-cjk': 'Noto Sans CJK',
    libxft2: 'libXft.so.2',
    libxtst6: 'libXtst.so.6',
    libxi6: 'libXi.so.6',
    libxdamage1: 'libXdamage.so.1',
    libxfixes3: 'libXfixes.so.3',
  },
  bench: { 'tigervnc-scraping-server': 'x0vncserver', 'openssh-server': 'sshd' },
};

/**
 * Installs what is missing when this is Debian and the user is root; elsewhere throws a `Problem` that names it.
 * @param {('desktop' | 'bench')[]} purposes
 */
export async function ensurePackages(purposes) {
  const wanted = Object.assign({}, ...purposes.map((purpose) => packages[purpose]));
  const isDebian = existsSync('/etc/debian_version');
  const missing = isDebian ? await missingOnDebian(Object.keys(wanted)) : await missingElsewhere(wanted);
  if (missing.length === 0) return;
  if (!isDebian) {
    throw new Problem(
      `These tests need a Linux desktop's parts, and this machine lacks: ${missing.join(', ')}.\n` +
        'Install them with your package manager (on Debian, npm test does it when run as root).',
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Problem(
      `These Debian packages are missing: ${missing.join(' ')}\n` +
        `Install them: sudo apt-get install -y ${missing.join(' ')}`,
    );
  }
  await step(`Installing ${missing.length} Debian packages (${missing.join(', ')})`, () => aptInstall(missing));
}

/**
 * @param {string[]} names
 * @returns {Promise<string[]>}
 */
async function missingOnDebian(names) {
  const { output } = await runCommand('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...names]);
  const installed = new Set(output.split('\n').map((line) => line.trim()));
  return names.filter((name) => !installed.has(`${name} installed`));
}

/**
 * @param {Record<string, string>} wanted
 * @returns {Promise<string[]>}
 */
async function missingElsewhere(wanted) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const known = `${await listing('ldconfig', ['-p'])}\n${await listing('fc-list', [':', 'family'])}`;
  return Object.values(wanted).filter(
    (proof) => !known.includes(proof) && !folders.some((folder) => existsSync(join(folder, proof))),
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<string>} its output; empty where there is no such command
 */
async function listing(command, args) {
  return runCommand(command, args).then(
    ({ output }) => output,
    () => '',
  );
}

/** @param {string[]} names */
async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lists = await runCommand('apt-get', ['update', '-q'], { env });
  const { code, output } = await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env,
    show: true,
  });
  if (code === 0) return;
  throw new Problem(
    `apt-get could not install them (exit code ${code}):\n${lists.code === 0 ? '' : lists.output}${output.slice(-2000)}\n` +
      'Check the network and the free disk space (about 1.5 GB), then run the same command again.',
  );
}
