/** The host's sources as one CommonJS file, which is what a single executable can run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nativeAddonPlugin } from './native-addons.mjs';

/**
 * @param {string} root the project's folder
 * @param {string} entry relative to root
 * @param {import('./host-systems.mjs').HostSystem} system
 * @returns {Promise<string>} the bundle's text
 * @throws with esbuild's message when a source is wrong
 */
export async function bundleHost(root, entry, system) {
  if (!existsSync(join(root, entry))) throw new Error(`The customer host has no ${entry}.`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    // Optional accelerators of `ws` and an optional polyfill of wrtc: each package does without.
    external: ['bufferutil', 'utf-8-validate', 'domexception'],
    plugins: [nativeAddonPlugin(root, system)],
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('esbuild gave no bundle of the customer host.');
  return text;
}
