/**
 * `npm start`: installs and builds what is missing, then becomes the server. Until the packages are installed nothing but
 * Node itself may be imported here.
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

// In this process and not in a child: signals and the exit code then need no forwarding. The customer
// host takes longer to prepare than a first page may take; the server has it prepared once it serves pages.
await import(pathToFileURL(inProject('dist/server/main.js')).href);
