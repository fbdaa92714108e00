/** The native parts of the host: stripped, compressed for the executable, and resolved inside the bundle. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const run = promisify(execFile);
const compress = promisify(brotliCompress);

/**
 * Where the installed packages keep their Linux x64 parts, below node_modules.
 * @type {Record<string, string>}
 */
export const addonFiles = {
  wrtc: '@roamhq/wrtc-linux-x64/wrtc.node',
  koffi: '@koromix/koffi-linux-x64/linux_x64/koffi.node',
  pty: '@lydell/node-pty-linux-x64/pty.node',
};

/**
 * Prepares every part as two assets, `<name>.node.br` and `<name>.sha256`; compressed ones are kept in the cache folder.
 * @param {string} root the project's folder
 * @param {string} cacheFolder
 * @param {(line: string) => void} log
 * @returns {Promise<Record<string, string>>} asset name to file
 */
export async function addonAssets(root, cacheFolder, log) {
  /** @type {Record<string, string>} */
  const assets = {};
  for (const [name, file] of Object.entries(addonFiles)) {
    const source = join(root, 'node_modules', file);
    const key = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
    const packed = join(cacheFolder, `${name}-${key}.br`);
    const sum = join(cacheFolder, `${name}-${key}.sha256`);
    if (!existsSync(packed) || !existsSync(sum)) {
      log(`Compressing ${name}`);
      const work = `${packed}.${process.pid}`;
      copyFileSync(source, work);
      await stripIfPossible(work);
      const bytes = readFileSync(work);
      writeFileSync(sum, createHash('sha256').update(bytes).digest('hex'));
      writeFileSync(work, await compress(bytes, { params: brotliSettings(bytes.length) }));
      renameSync(work, packed);
    }
    assets[`${name}.node.br`] = packed;
    assets[`${name}.sha256`] = sum;
  }
  return assets;
}

/**
 * Quality 9 with a large window: 11 takes ten times as long for three percent.
 * @param {number} size
 */
function brotliSettings(size) {
  return {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}

/**
 * Takes the symbols out where binutils are installed; the file is only larger without.
 * @param {string} file
 */
export async function stripIfPossible(file) {
  const stripped = `${file}.stripped`;
  try {
    await run('strip', ['--strip-unneeded', '-o', stripped, file]);
    renameSync(stripped, file);
  } catch {
    // No `strip` here: the host works just the same.
    rmSync(stripped, { force: true });
  }
}

/**
 * An esbuild plugin: the packages look for their native parts in folders, which a single executable does not have.
 * @param {string} root the project's folder
 * @returns {import('esbuild').Plugin}
 */
export function nativeAddonPlugin(root) {
  return {
    name: 'native-addons',
    setup(build) {
      const addon = (/** @type {string} */ path) => ({ path, namespace: 'native-addon' });
      build.onResolve({ filter: /^koffi$/ }, () => ({ path: join(root, 'node_modules/koffi/index.cjs') }));
      build.onResolve({ filter: /^@koromix\/koffi-/ }, ({ path }) =>
        addon(path === '@koromix/koffi-linux-x64' ? 'koffi' : 'other-platform'),
      );
      // It chooses its part by a name that is put together while it runs.
      build.onResolve({ filter: /^\.\/requireBinary$/ }, ({ importer }) =>
        importer.includes('node-pty') ? addon('pty') : undefined,
      );
      build.onResolve({ filter: /^\.\/binding$/ }, ({ importer }) =>
        importer.includes('@roamhq') ? addon('wrtc') : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'native-addon' }, ({ path }) => ({
        resolveDir: root,
        contents:
          path === 'other-platform'
            ? "throw new Error('This part belongs to another platform')"
            : `const { loadAddon } = require('./customer-host/package/unpack.ts');
module.exports = ${path === 'pty' ? `{ requireBinary: () => loadAddon('pty') }` : `loadAddon('${path}')`}`,
      }));
    },
  };
}
