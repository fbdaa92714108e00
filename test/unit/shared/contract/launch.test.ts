import assert from 'node:assert/strict';
import { isLocalPath, isSameLaunch } from '../../../../shared/contract/launch.ts';

describe('paths that a rep may want opened', () => {
  it('are those of the computer itself', () => {
    for (const path of ['/opt/x', '~/Scans', 'C:\\Windows\\notepad.exe', 'C:/x', 'gedit', './x']) {
      assert.equal(isLocalPath(path), true, path);
    }
  });

  it('are no addresses, no shares, and nothing that reads otherwise than it is', () => {
    for (const path of [
      'https://x',
      'JavaScript:x',
      'ms-msdt:/id',
      'data:,x',
      '\\\\host\\share',
      '//host',
      '\\/host',
      'a\u202Egpj.exe',
    ]) {
      assert.equal(isLocalPath(path), false, path);
    }
  });

  it('are told apart by everything that they say', () => {
    const one = { what: 'program', name: 'Print', path: 'lp', arguments: 'a' } as const;
    assert.equal(isSameLaunch(one, { ...one }), true);
    assert.equal(isSameLaunch(one, { ...one, arguments: 'b' }), false);
    assert.equal(isSameLaunch(one, { what: 'folder', name: 'Print', path: 'lp' }), false);
  });
});
