/**
 * `npm run bench`: installs and builds what is missing, then measures and prints; docs/benchmarks.md says what and keeps
 * the figures. `npm run bench -- start talk board capture screen signin store admin clients storm queue files --quick` chooses and repeats less.
 */
import { spawn } from 'node:child_process';
import { ensureBuilt, targetNames } from './steps/build-targets.mjs';
import { ensurePackages } from './steps/debian-packages.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { runScript } from './steps/progress.mjs';
import { inProject, projectRoot, requireNodeVersion } from './steps/project.mjs';

await runScript(async () => {
  requireNodeVersion();
  await ensureInstalled();
  await ensurePackages(['desktop', 'bench']);
  await ensureBuilt(targetNames);
  const args = ['--import=tsx', inProject('test/bench/main.ts'), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});
