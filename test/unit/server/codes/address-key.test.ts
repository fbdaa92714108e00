import assert from 'node:assert/strict';
import { addressKey } from '../../../../server/codes/address-key.ts';

describe('For whom wrong codes are counted', () => {
  it('takes each IPv4 address by itself, also when it comes as IPv6', () => {
    assert.equal(addressKey('192.0.2.7'), '192.0.2.7');
    assert.equal(addressKey('::ffff:192.0.2.7'), '192.0.2.7');
  });

  it('takes all addresses of one /64 together, however they are written', () => {
    const same = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', '2001:0db8:0001:0002::abcd', '2001:db8:1:2::%eth0'];
    assert.deepEqual([...new Set(same.map(addressKey))], ['2001:db8:1:2::/64']);
    assert.notEqual(addressKey('2001:db8:1:3::1'), addressKey('2001:db8:1:2::1'));
    assert.equal(addressKey('::1'), '0:0:0:0::/64');
  });
});
