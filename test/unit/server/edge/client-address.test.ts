import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createAddressOf } from '../../../../server/edge/client-address.ts';

describe('where a request comes from', () => {
  it('is where its connection comes from, whatever it claims', () => {
    const addressOf = createAddressOf([]);
    assert.equal(addressOf(aRequest('203.0.113.9', '198.51.100.1')), '203.0.113.9');
    assert.equal(addressOf(aRequest('::ffff:203.0.113.9')), '203.0.113.9');
  });

  it('is the last address before our own proxies', () => {
    const addressOf = createAddressOf(['10.0.0.0/8', '192.0.2.1']);
    assert.equal(addressOf(aRequest('10.1.2.3', '1.1.1.1, 198.51.100.7, 192.0.2.1')), '198.51.100.7');
    assert.equal(addressOf(aRequest('10.1.2.3', 'not an address')), '10.1.2.3');
    assert.equal(addressOf(aRequest('203.0.113.9', '198.51.100.7')), '203.0.113.9');
  });

  it('is a whole /64 for IPv6, which one customer has at least', () => {
    const addressOf = createAddressOf([]);
    assert.equal(addressOf(aRequest('2001:db8:0:7::1')), '2001:db8:0:7::/64');
    assert.equal(addressOf(aRequest('2001:db8:0:7:ffff::99')), addressOf(aRequest('2001:db8::7:0:0:0:1')));
    assert.equal(addressOf(aRequest('::1')), '0:0:0:0::/64');
  });
});

function aRequest(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}
