/** A program on the Windows desktop that is not ours, and injects input as any program can. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostSystem } from '../../../scripts/host/host-systems.mjs';
import { ensurePublished } from '../../../scripts/host/published-parts.mjs';
import type { WineDesktop } from './wine-desktop.ts';

const root = join(import.meta.dirname, '../../..');

/** Clicks once by SendInput, at a pixel of a screen of this size. */
const clicking = `
const koffi = require('koffi');
const [x, y, width, height] = process.argv.slice(2).map(Number);
const sendInput = koffi.load('user32.dll').func('uint32 __stdcall SendInput(uint32 count, void *inputs, int bytes)');
const inputs = [0xc001, 0xc003, 0xc005].map((flags) => {
  const input = Buffer.alloc(40);
  input.writeInt32LE(Math.floor(((x + 0.25) * 65536) / width), 8);
  input.writeInt32LE(Math.floor(((y + 0.25) * 65536) / height), 12);
  input.writeUInt32LE(flags, 20);
  return input;
});
process.exitCode = sendInput(3, Buffer.concat(inputs), 40) === 3 ? 0 : 1;
`;

/** Puts the program into a folder of this machine; what comes back runs it to its end. */
export async function strangersProgram(
  desktop: WineDesktop,
  folder: string,
): Promise<(place: { x: number; y: number }) => Promise<void>> {
  const { runtime, addons } = hostSystem('windows-x64');
  const cached = (part: typeof runtime) => ensurePublished(part, join(root, 'dist/host-cache'), () => undefined);
  const { koffi } = addons;
  if (!koffi || !('package' in koffi)) throw new Error('koffi for Windows is a published part');
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, '@koromix', 'koffi-win32-x64'), { recursive: true });
  cpSync(join(root, 'node_modules/koffi'), join(packages, 'koffi'), { recursive: true });
  cpSync(await cached(koffi), join(packages, '@koromix', 'koffi-win32-x64', 'koffi.node'));
  writeFileSync(join(packages, '@koromix', 'koffi-win32-x64', 'index.js'), "module.exports = require('./koffi.node');");
  symlinkSync(await cached(runtime), join(folder, 'node.exe'));
  writeFileSync(join(folder, 'click.cjs'), clicking);
  return async ({ x, y }) => {
    const { width, height } = desktop.size;
    const args = [x, y, width, height].map((value) => String(Math.round(value)));
    const click = desktop.start(desktop.windowsPath(join(folder, 'node.exe')), [
      desktop.windowsPath(join(folder, 'click.cjs')),
      ...args,
    ]);
    const code = await click.ended();
    if (code !== 0) throw new Error(`The stranger's click ended with ${code}: ${click.output()}`);
  };
}
