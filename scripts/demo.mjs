/**
 * `npm run demo`: installs and builds what is missing, then becomes the demo (demo/main.ts): a server of its own with a
 * believable organisation in it. `npm run demo -- --fresh` forgets the one of last time.
 */
import { pathToFileURL } from 'node:url';
import { ensureBuilt, targetNames } from './steps/build-targets.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { whenNpmEnds } from './steps/parent-watch.mjs';
import { reportFailure } from './steps/progress.mjs';
import { inProject, requireNodeVersion } from './steps/project.mjs';

whenNpmEnds(() => process.kill(process.pid, 'SIGTERM'));

try {
  requireNodeVersion();
  await ensureInstalled();
  await ensureBuilt(targetNames);
} catch (error) {
  reportFailure(error);
  process.exit(1);
}

// The demo is written in TypeScript and runs from its sources, as tests do.
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(inProject('demo/main.ts')).href);
