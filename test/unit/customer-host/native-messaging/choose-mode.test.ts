import assert from 'node:assert/strict';
import { chooseMode } from '../../../../customer-host/native-messaging/choose-mode.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';

describe('what the host was started for', () => {
  it('is a session when nothing is said, and when it is nothing that it knows', () => {
    for (const words of [
      [],
      ['--help'],
      ['chrome-extension://short/'],
      ['https://evil.example/'],
      ['install', '--force'],
    ])
      assert.deepEqual(chooseMode(words), { at: 'session' }, words.join(' '));
  });
  it('is a command that a person types', () => {
    assert.deepEqual(chooseMode(['install']), { at: 'command', command: 'install', forEverybody: false });
    assert.deepEqual(chooseMode(['status']), { at: 'command', command: 'status', forEverybody: false });
    assert.deepEqual(chooseMode(['uninstall', '--everybody']), {
      at: 'command',
      command: 'uninstall',
      forEverybody: true,
    });
  });
  it('is a browser, which says on whose behalf it asks', () => {
    const chrome = { at: 'browser', caller: { browser: 'chrome', id } };
    assert.deepEqual(chooseMode([`chrome-extension://${id}/`]), chrome);
    assert.deepEqual(chooseMode([`chrome-extension://${id}/`, '--parent-window=0']), chrome, 'as on Windows');
    const firefox = { at: 'browser', caller: { browser: 'firefox', id: 'a@b.example' } };
    assert.deepEqual(chooseMode(['/home/eva/.mozilla/native-messaging-hosts/x.json', 'a@b.example']), firefox);
    assert.deepEqual(chooseMode(['C:\\Users\\Eva\\x.json', 'a@b.example']), firefox);
  });
});
