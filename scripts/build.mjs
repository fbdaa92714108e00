/** `npm run build`, or `node scripts/build.mjs server web extension`: builds what is stale, and nothing else. */
import { ensureBuilt, targetNames } from './steps/build-targets.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { runScript } from './steps/progress.mjs';
import { requireNodeVersion } from './steps/project.mjs';

await runScript(async () => {
  const asked = process.argv.slice(2);
  requireNodeVersion();
  await ensureInstalled();
  await ensureBuilt(asked.length > 0 ? asked : targetNames);
  return 0;
});
