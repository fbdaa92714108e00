import assert from 'node:assert/strict';
import { launchCommand, wordsOf } from '../../../../customer-host/launch/launch-command.ts';
import { ownPath } from '../../../../customer-host/launch/own-path.ts';

describe('what is started for a launch', () => {
  it('shows a folder by what each system shows folders with', () => {
    const folder = { what: 'folder', name: 'Scans', path: '/home/marta/Scans' } as const;
    const of = (platform: NodeJS.Platform) => launchCommand(folder, platform);
    assert.deepEqual(of('linux'), { command: 'xdg-open', words: ['/home/marta/Scans'] });
    assert.deepEqual(of('win32'), { command: 'explorer.exe', words: ['/home/marta/Scans'] });
    assert.deepEqual(of('darwin'), { command: 'open', words: ['/home/marta/Scans'] });
  });

  it('hands a program its words one by one, without a shell that would read them', () => {
    const program = { what: 'program', name: 'Print', path: 'lp', arguments: '-d "West branch" a;b $(c)' } as const;
    assert.deepEqual(launchCommand(program, 'linux'), { command: 'lp', words: ['-d', 'West branch', 'a;b', '$(c)'] });
  });

  it('keeps together what stands in quotes, closed or not', () => {
    assert.deepEqual(wordsOf(''), []);
    assert.deepEqual(wordsOf('  one   two '), ['one', 'two']);
    assert.deepEqual(wordsOf('--title="Two words" x'), ['--title=Two words', 'x']);
    assert.deepEqual(wordsOf('"never closed'), ['never closed']);
  });

  it('knows the folder of whoever is signed in, and nobody else’s', () => {
    assert.equal(ownPath('~', '/home/marta'), '/home/marta');
    assert.equal(ownPath('~/Scans', '/home/marta'), '/home/marta/Scans');
    assert.equal(ownPath('~root/x', '/home/marta'), '~root/x');
    assert.equal(ownPath('/a/~/b', '/home/marta'), '/a/~/b');
  });
});
