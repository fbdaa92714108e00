import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createPanelCookie } from '../../../../server/edge/panel-cookie.ts';
import { newToken } from '../../../../server/secrets/random.ts';

describe('the panel’s cookie', () => {
  it('is bound to the host where there is TLS, and read by no script', () => {
    const response = new ServerResponse(aRequest());
    createPanelCookie(true).write(response, newToken());
    const cookie = String(response.getHeader('set-cookie'));
    assert.match(
      cookie,
      /^__Host-remotehelp=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  it('is read only when it is one, and the only one of its name', () => {
    const cookie = createPanelCookie(false);
    const token = newToken();
    assert.equal(cookie.read(aRequest(`a=b; remotehelp=${token}`)), token);
    assert.equal(cookie.read(aRequest(`remotehelp=${token}; remotehelp=${newToken()}`)), undefined);
    assert.equal(cookie.read(aRequest('remotehelp=../../x')), undefined);
    assert.equal(cookie.read(aRequest()), undefined);
  });
});

function aRequest(cookie?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  if (cookie !== undefined) request.headers.cookie = cookie;
  return request;
}
