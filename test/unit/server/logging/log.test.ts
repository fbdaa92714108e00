import assert from 'node:assert/strict';
import { createLog } from '../../../../server/logging/log.ts';

describe('the log', () => {
  it('writes one line for each fact, whatever names people give themselves [H-22]', () => {
    const lines: string[] = [];
    const log = createLog(
      'info',
      (line) => lines.push(line),
      () => 0,
    );
    log.info('audit', { actor: 'a\r\n2026 admin login ok\u2028\u0085\u001b[2J\u202e' });
    log.debug('too quiet to be written');
    assert.equal(lines.length, 1);
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    assert.doesNotMatch(String(lines[0]), /[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
    assert.match(String(lines[0]), /^1970-01-01T00:00:00.000Z info {2}audit actor="a\\r\\n2026/);
  });

  it('names every cause of a fault in that one line', () => {
    const lines: string[] = [];
    const log = createLog('info', (line) => lines.push(line));
    log.fault('It broke', new Error('outer', { cause: new Error('inner') }));
    assert.match(String(lines[0]), /outer.*caused by.*inner/);
  });
});
