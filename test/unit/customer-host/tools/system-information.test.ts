import assert from 'node:assert/strict';
import { fromRegistry } from '../../../../customer-host/tools/system-information/installed-software.ts';
import { openSystemInformation } from '../../../../customer-host/tools/system-information/open-system-information.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { systemInformationContract } from '../../../../shared/contract/system-information.ts';
import type { ToolUse } from '../../../../shared/contract/tool-use.ts';
import { callOverChannel } from '../../../../shared/link/channel-calls.ts';

/** The tool on this very computer, asked by a viewer. `isLogged` says whether the log takes what it reports. */
function aTool({ isLogged = () => Promise.resolve(true) }: { isLogged?: () => Promise<boolean> } = {}) {
  const reports: ToolUse[] = [];
  const tool = openSystemInformation({
    send: (message) => typeof message === 'string' && client.take(message),
    backlogBytes: () => 0,
    report(use) {
      reports.push(use);
      return isLogged();
    },
  });
  const client = callOverChannel(systemInformationContract, { send: tool.take, onEvent: () => undefined });
  return { tool, client, reports };
}

const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('System information on a computer', () => {
  it('gives nothing away that the log does not tell of, and tells it before it answers', async () => {
    let log = (_isStored: boolean): void => undefined;
    const { client, reports } = aTool({ isLogged: () => new Promise((resolve) => (log = resolve)) });
    let isAnswered = false;
    const answer = client.call('system.read', { category: 'memory' }).finally(() => (isAnswered = true));
    while (reports.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(reports, [{ did: 'system-read', categories: ['memory'] }]);
    assert.equal(isAnswered, false);
    log(true);
    assert.match((await answer).facts.find(({ name }) => name === 'Memory')?.value ?? '', /\d (G|M)B/);

    const again = client.call('system.read', { category: 'memory' });
    while (reports.length === 1) await new Promise((resolve) => setImmediate(resolve));
    log(false);
    await assert.rejects(again, refused('not-allowed'));
  });

  it('reads one after the other, refuses a flood, and reads nothing more when its consent is over', async () => {
    const { tool, client, reports } = aTool();
    const outcomes = Array.from({ length: 20 }, () =>
      client.call('system.read', { category: 'memory' }).then(
        () => 'read',
        (error: unknown) => (error instanceof AppError ? error.code : 'fault'),
      ),
    );
    assert.equal((await Promise.all(outcomes)).filter((outcome) => outcome === 'too-many-tries').length, 8);
    assert.equal(reports.length, 12);
    void client.call('system.read', { category: 'memory' }).catch(() => undefined);
    void client.call('system.read', { category: 'disks' }).catch(() => undefined);
    tool.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(reports.length <= 13, true, 'what waited is not begun');
  });

  it('lists what Windows has installed, and leaves out entries without a name', () => {
    const output = [
      String.raw`HKEY_LOCAL_MACHINE\Software\Uninstall\A`,
      '    DisplayName    REG_SZ    Paint 3',
      '    DisplayVersion    REG_SZ    3.1',
      '    Publisher    REG_SZ    Colours & Co',
      '',
      String.raw`HKEY_LOCAL_MACHINE\Software\Uninstall\B`,
      '    SystemComponent    REG_DWORD    0x1',
    ].join('\r\n');
    assert.deepEqual(fromRegistry(output), [['Paint 3', '3.1', 'Colours & Co']]);
  });
});
