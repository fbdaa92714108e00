/** What is built from what, and when it is stale. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { Problem, step } from './progress.mjs';
import { inProject, toolScript } from './project.mjs';
import { runNode } from './run-process.mjs';

/**
 * @typedef {object} BuildTarget
 * @property {string} title what a person sees while it is built
 * @property {string[]} inputs sources; any change makes the target stale
 * @property {string[]} [ignored] folders among the inputs that belong to another target
 * @property {string[]} outputs files that exist after a build
 * @property {() => Promise<void>} build
 */

const everywhere = ['package-lock.json', 'tsconfig.base.json', 'scripts/steps/build-targets.mjs', 'shared'];

/** @type {Record<string, BuildTarget>} */
const targets = {
  server: {
    title: 'Building the server',
    inputs: [...everywhere, 'server'],
    ignored: ['server/web'],
    outputs: ['dist/server/main.js', 'dist/server/embedded-store.js'],
    build: buildServer,
  },
  web: {
    title: 'Building the web pages',
    inputs: [...everywhere, 'server/web'],
    outputs: ['dist/web/customer/index.html', 'dist/web/admin/index.html', 'dist/web/help.js'],
    build: buildWeb,
  },
  extension: {
    title: 'Building the extension for Chrome and Firefox',
    inputs: [...everywhere, 'extension', 'wxt.config.ts'],
    outputs: ['dist/extension/chrome-mv3/manifest.json', 'dist/extension/firefox-mv2/manifest.json'],
    build: buildExtension,
  },
};

/** The names that `ensureBuilt` knows. */
export const targetNames = Object.keys(targets);

/**
 * Builds what is missing or older than its sources, and says so; a fresh target costs only reading its sources.
 * @param {string[]} names of targets
 */
export async function ensureBuilt(names) {
  for (const name of names) {
    const target = targets[name];
    if (target === undefined) {
      throw new Problem(`There is no build target "${name}". Known: ${targetNames.join(', ')}.`);
    }
    const wanted = fingerprint(target.inputs, target.ignored);
    if (isFresh(name, target, wanted)) continue;
    await step(target.title, () => build(name, target, wanted));
  }
}

/**
 * @param {string} name
 * @returns {string} the file that remembers what the target was built from; outside its folder, which is served or shipped
 */
function stampFile(name) {
  return inProject('dist', '.built', name);
}

/**
 * @param {string} name
 * @param {BuildTarget} target
 * @param {string} wanted fingerprint of the sources now
 */
function isFresh(name, target, wanted) {
  const stamp = stampFile(name);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    target.outputs.every((output) => existsSync(inProject(output)))
  );
}

/**
 * @param {string} name
 * @param {BuildTarget} target
 * @param {string} wanted
 */
async function build(name, target, wanted) {
  // The stamp goes first: a build that breaks off must not look finished.
  rmSync(stampFile(name), { force: true });
  await target.build();
  const missing = target.outputs.filter((output) => !existsSync(inProject(output)));
  if (missing.length > 0) throw new Problem(`${target.title} left these files out: ${missing.join(', ')}`);
  mkdirSync(inProject('dist', '.built'), { recursive: true });
  writeFileSync(stampFile(name), wanted);
}

async function buildServer() {
  const esbuild = await import('esbuild');
  rmSync(inProject('dist/server'), { recursive: true, force: true });
  try {
    await esbuild
      .build({
        entryPoints: {
          main: inProject('server/main.ts'),
          'embedded-store': inProject('server/database/embedded/main.ts'),
        },
        outdir: inProject('dist/server'),
        bundle: true,
        packages: 'external',
        platform: 'node',
        target: 'node20',
        format: 'esm',
        sourcemap: true,
        logLevel: 'silent',
      })
      .catch((/** @type {unknown} */ cause) => {
        throw new Problem(cause instanceof Error ? cause.message : String(cause), { cause });
      });
  } finally {
    // Its helper process would stay beside the server, which runs on in this process.
    await esbuild.stop();
  }
}

async function buildWeb() {
  await runNode('Building the web pages', [
    toolScript('vite'),
    'build',
    '--config',
    inProject('server/web/vite.config.ts'),
  ]);
  // Other sites load this one file by its name: it needs nothing beside it, and no hash in it.
  const esbuild = await import('esbuild');
  try {
    await esbuild.build({
      entryPoints: [inProject('server/web/snippet/help.ts')],
      outfile: inProject('dist/web/help.js'),
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      logLevel: 'silent',
    });
  } finally {
    await esbuild.stop();
  }
}

async function buildExtension() {
  for (const browser of ['chrome', 'firefox']) {
    await runNode(`Building the extension for ${browser}`, [toolScript('wxt'), 'build', '--browser', browser]);
  }
}
