/**
 * `npm run bench`: takes every figure that docs/benchmarks.md keeps, and prints it as Markdown. Words on the command
 * line (start talk board capture screen signin store admin clients storm queue files) choose; `--quick` repeats less. It measures and never judges: a slow machine gives
 * slow figures and exit code 0.
 */
import { describeLoad, describeMachine } from './figures/machine.ts';
import { printHeading } from './figures/table.ts';
import { reportAdmin } from './report-admin.ts';
import { reportCapture } from './report-capture.ts';
import { reportClients } from './report-clients.ts';
import { reportFiles } from './report-files.ts';
import { reportQueue } from './report-queue.ts';
import { reportScreen } from './report-screen.ts';
import { reportSignIn } from './report-sign-in.ts';
import { reportStartUp } from './report-start-up.ts';
import { reportStorm } from './report-storm.ts';
import { reportStore } from './report-store.ts';
import { reportTalking } from './report-talking.ts';
import { reportWhiteboard } from './report-whiteboard.ts';

const reports: Readonly<Record<string, (isQuick: boolean) => Promise<void>>> = {
  start: reportStartUp,
  capture: reportCapture,
  talk: reportTalking,
  board: reportWhiteboard,
  screen: reportScreen,
  signin: reportSignIn,
  store: reportStore,
  admin: reportAdmin,
  clients: reportClients,
  storm: reportStorm,
  queue: reportQueue,
  files: reportFiles,
};

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const chosen = Object.entries(reports).filter(([name]) => words.includes(name));
printHeading('Machine');
for (const line of describeMachine()) console.log(`- ${line}`);
let failed = 0;
for (const [name, report] of chosen.length > 0 ? chosen : Object.entries(reports)) {
  try {
    await report(isQuick);
  } catch (error) {
    failed += 1;
    console.error(`\nThe figures of "${name}" could not be taken:`, error);
  }
}
console.log(`\nEnded ${describeLoad()}.`);
// libwebrtc and browsers leave handles behind; everything that was started has been ended above.
process.exit(failed > 0 ? 1 : 0);
