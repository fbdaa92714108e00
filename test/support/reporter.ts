import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import Mocha from 'mocha';

const saveEveryMs = 1000;
const lingeringAfterMs = 5000;

/** One test as `npm run features` reads it. `state` is `pending` for a skipped one. */
export interface TestRecord {
  title: string;
  file: string;
  state: 'passed' | 'failed' | 'pending';
  durationMs: number;
  error?: string;
}

/**
 * Mocha's readable list, and beside it the results as JSON in the file named by the reporter option `output`:
 * `{ finished, tests }`, saved every second, so that a suite that is broken off leaves what it knew.
 */
export default class RecordingReporter extends Mocha.reporters.Spec {
  private readonly tests: TestRecord[] = [];
  private readonly output: string;
  private savedAtMs = 0;

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    this.output = outputOption(options);
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_PASS, (test) => this.add(recordOf(test, 'passed')));
    runner.on(EVENT_TEST_PENDING, (test) => this.add(recordOf(test, 'pending')));
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
      this.add({ ...recordOf(test, 'failed'), error: error instanceof Error ? error.message : String(error) });
    });
    runner.on(EVENT_RUN_END, () => {
      this.save(true);
      tellWhatKeepsTheProcessAlive();
    });
  }

  private add(record: TestRecord) {
    this.tests.push(record);
    if (Date.now() - this.savedAtMs > saveEveryMs) this.save(false);
  }

  private save(finished: boolean) {
    mkdirSync(dirname(this.output), { recursive: true });
    const unfinishedFile = `${this.output}.part`;
    writeFileSync(unfinishedFile, JSON.stringify({ finished, tests: this.tests }, null, 1));
    // Renamed into place: whoever reads meanwhile sees all of it or what was there before.
    renameSync(unfinishedFile, this.output);
    this.savedAtMs = Date.now();
  }
}

function outputOption(options: Mocha.MochaOptions): string {
  const given: unknown = options.reporterOptions;
  const output = typeof given === 'object' && given !== null && 'output' in given ? given.output : undefined;
  if (typeof output !== 'string') throw new Error('This reporter wants --reporter-option output=<file>.');
  return output;
}

function recordOf(test: Mocha.Runnable, state: TestRecord['state']): TestRecord {
  return {
    title: test.fullTitle(),
    file: test.file === undefined ? '' : relative(process.cwd(), test.file).replaceAll('\\', '/'),
    state,
    durationMs: test.duration ?? 0,
  };
}

/** A suite that does not end by itself has forgotten to stop something; this says of which kind. */
function tellWhatKeepsTheProcessAlive() {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().filter((kind) => kind !== 'TTYWrap' && kind !== 'PipeWrap');
    console.log(`\n  All tests are done, but the process is kept alive by: ${open.join(', ') || 'an open pipe'}`);
  }, lingeringAfterMs).unref();
}
