/**
 * The demo: a server with an organisation that has weeks behind it, people who wait in line, and, where there is a
 * Chromium and a display, a representative's window beside a customer's. Everything it starts ends with it.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectFolders } from '../server/config/project-folders.ts';
import { CannotStart } from '../server/cannot-start.ts';
import { openDemoFolder } from './demo-folder.ts';
import { guide } from './guide.ts';
import { seedDemo } from './seed-demo.ts';
import { startDemoServer } from './demo-server.ts';
import { gatherCast } from './play/cast.ts';
import { findBrowser } from './play/find-browser.ts';
import { openWindows } from './play/windows.ts';

const { values: asked } = parseArgs({
  options: {
    /** Forgets the organisation of last time. */
    fresh: { type: 'boolean', default: false },
    folder: { type: 'string', default: 'demo-data' },
    port: { type: 'string', default: '8430' },
    /** Lets a debugger into the browsers; their profiles' DevToolsActivePort says where. */
    debug: { type: 'boolean', default: false },
  },
});

const stops: (() => Promise<void>)[] = [];
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

try {
  await play();
  await new Promise<void>((done) => {
    if (interrupted.signal.aborted) done();
    interrupted.signal.addEventListener('abort', () => done());
  });
} catch (error) {
  // Whatever was under way when Ctrl+C came may fail because of it.
  if (!interrupted.signal.aborted) {
    console.error(error instanceof CannotStart ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
for (const stop of stops.toReversed()) await stop();
process.exit();

async function play(): Promise<void> {
  const { root, extension } = findProjectFolders();
  const folder = openDemoFolder(resolve(root, asked.folder), asked.fresh);
  const people = await seedDemo(folder);
  if (interrupted.signal.aborted) return;
  const server = await startDemoServer({ root, folder: folder.path, port: asked.port });
  stops.push(() => server.stop());
  const cast = gatherCast(server.origin);
  stops.push(async () => cast.leave());
  const browser = findBrowser(process.env, process.platform);
  console.log(guide({ origin: server.origin, extension, people, browser }));
  if (!browser.isUsable || interrupted.signal.aborted) return;
  const windows = await openWindows({
    ...browser,
    origin: server.origin,
    extension,
    rep: people.rep,
    profiles: folder.profiles,
    isDebugged: asked.debug,
  });
  stops.push(() => windows.close());
  console.log('Both windows are open. Ctrl+C here ends everything.');
}
