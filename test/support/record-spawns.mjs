/** Preloaded into a server under test (`--import`): writes the command of every process that it starts into a file. */
import childProcess from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const record = process.env['SPAWN_RECORD'];
/** @param {unknown} command */
const write = (command) => record !== undefined && appendFileSync(record, `${String(command)}\n`);

// `spawn`, `exec`, `execFile` and `fork` all end here.
const { spawn } = childProcess.ChildProcess.prototype;
childProcess.ChildProcess.prototype.spawn = function (options) {
  write(options.file);
  return spawn.call(this, options);
};
for (const name of /** @type {const} */ (['spawnSync', 'execSync', 'execFileSync'])) {
  const original = childProcess[name];
  Object.assign(childProcess, {
    /** @param {string} command @param {unknown[]} rest */
    [name]: (command, ...rest) => {
      write(command);
      return Reflect.apply(original, childProcess, [command, ...rest]);
    },
  });
}
syncBuiltinESMExports();
