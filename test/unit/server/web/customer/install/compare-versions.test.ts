import assert from 'node:assert/strict';
import { compareVersions } from '../../../../../../server/web/customer/install/compare-versions.ts';

describe('versions of the extension', () => {
  it('are compared number by number', () => {
    assert.ok(compareVersions('0.9.0', '0.10.0') < 0);
    assert.ok(compareVersions('1.0.0', '0.99.99') > 0);
    assert.equal(compareVersions('0.1.0', '0.1.0'), 0);
  });
  it('are the same with zeros at the end or without', () => {
    assert.equal(compareVersions('1.0', '1.0.0.0'), 0);
    assert.ok(compareVersions('1.0', '1.0.0.1') < 0);
  });
});
