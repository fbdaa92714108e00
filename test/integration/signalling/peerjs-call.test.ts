import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession } from '../server-sessions/sessions-for-tests.ts';

const callProgram = join(import.meta.dirname, 'call-by-peerjs.ts');

describe('The stock PeerJS client', () => {
  it('makes its one call from host to viewer over this server’s signalling, with a data channel beside it', async () => {
    const server = await startServerProcess();
    try {
      const rep = await repOnline(server, await createRep(await finishSetUp(server)));
      const { customer, session } = await aLiveSession(server, rep);
      const { host } = await aJoinedHost(server, customer, session);
      const passes = [await host.call('link.open', { session }), await rep.call('link.open', { session })];
      const words = ['--import', 'tsx', callProgram, server.origin, ...passes.map((pass) => JSON.stringify(pass))];
      const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: 25_000 });
      assert.match(stdout, /stream with 1 video track/);
      assert.match(stdout, /hello from the host/);
      for (const link of [rep, customer, host]) link.close();
    } finally {
      await server.stop();
    }
  });
});
