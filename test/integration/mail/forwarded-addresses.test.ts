import assert from 'node:assert/strict';
import { post } from '../../support/http-client.ts';
import { finishSetUp } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

/** Ten wrong tries at one account are let through from an address, so the eleventh says whether they were counted together. */
const tries = 11;

async function lastOf(server: ServerProcess, headers: (attempt: number) => Record<string, string>): Promise<number> {
  let status = 0;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const wrong = { userId: 'maria', password: 'not the password' };
    status = (await post(server, '/api/admin.signIn', wrong, { headers: headers(attempt) })).status;
  }
  return status;
}

describe('What a request says of its own address', () => {
  it('counts for nothing, so that guesses are counted together [H-14]', async () => {
    const server = await startServerProcess();
    await finishSetUp(server);
    const spoofed = (attempt: number) => ({
      'X-Forwarded-For': `203.0.113.${attempt}`,
      'X-Real-IP': `198.51.100.${attempt}`,
      Forwarded: `for=192.0.2.${attempt}`,
    });
    assert.equal(await lastOf(server, spoofed), 429);
    await server.stop();
  });

  it('counts from a proxy that is named, and of it only the last address that is none of the proxies [H-14]', async () => {
    const server = await startServerProcess({ settings: { TRUSTED_PROXY: '127.0.0.1' } });
    await finishSetUp(server);
    const behindProxy = (attempt: number) => ({ 'X-Forwarded-For': `198.51.100.1, 203.0.113.${attempt}` });
    assert.equal(await lastOf(server, behindProxy), 401);
    const invented = (attempt: number) => ({ 'X-Forwarded-For': `192.0.2.${attempt}, 203.0.113.200` });
    assert.equal(await lastOf(server, invented), 429);
    await server.stop();
  });
});
