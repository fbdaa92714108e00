/** Somebody sets the clock of the machine on which the server runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { extensionClient } from '../../support/http-client.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline, signInRep } from '../../support/people.ts';
import type { Administrator, RepLink } from '../../support/people.ts';
import { codeOf } from '../../support/phone.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const HOUR_MS = 3_600_000;
const preload = pathToFileURL(resolve(import.meta.dirname, '../../support/shifted-clock.mjs')).href;

describe('A server whose machine’s clock is set while it runs', () => {
  let folder: string;
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;

  const setClock = async (shiftMs: number) => {
    writeFileSync(join(folder, 'shift'), String(shiftMs));
    await server.printed(new RegExp(String.raw`clock of \S*main\.js shifted by ${shiftMs}\b`), 15_000);
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-clock-'));
    writeFileSync(join(folder, 'shift'), '0');
    const settings = { NODE_OPTIONS: `--import=${preload}`, CLOCK_SHIFT_FILE: join(folder, 'shift') };
    server = await startServerProcess({ settings });
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator));
  });
  after(async () => {
    rep.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  for (const hours of [1, -1]) {
    it(`by ${hours} h: nobody is signed out, codes live on, and phones agree with it [F21]`, async () => {
      const { userId, password, account } = await createRep(administrator);
      const half = await signInRep(server, { userId, password });
      const { session } = await rep.call('sessions.start', { customer: 'Marta' });
      const before = (await rep.call('snapshot.get', {})).serverTime;
      await setClock(hours * HOUR_MS);

      // Everybody who was signed in stays so.
      const { serverTime, sessions } = await rep.call('snapshot.get', {});
      assert.ok(serverTime >= before && serverTime - before < 60_000, `its time went from ${before} to ${serverTime}`);
      assert.equal((await administrator.panel.call('self.get', {})).account.userId, administrator.userId);
      assert.ok(half.token);

      // A code that was told before is still good, and not for an hour longer.
      const code = sessions.find(({ id }) => id === session.id)?.code;
      assert.ok(code);
      assert.ok(Math.abs(code.expiresAt - serverTime - 10 * 60_000) < 60_000);
      const page = await openCustomerLink(server);
      const entered = await page.call('codes.enter', { name: 'Marta', code: code.code });
      const clientId = 'a'.repeat(22);
      await rep.call('chat.send', { session: entered.session.id, clientId, text: 'Still here' });

      // The log goes on in its order, and no entry is an hour before the one that it follows.
      const { entries } = await rep.call('log.after', { session: session.id, seq: 0 });
      assert.deepEqual(
        entries.map(({ seq }) => seq),
        entries.map((_entry, index) => index + 1),
      );
      assert.ok(entries.every(({ at }, index) => at >= (entries[index - 1]?.at ?? 0)));
      await page.call('sessions.end', { session: session.id, feelsWrong: false });
      page.close();

      // A phone whose clock is right gives codes that count.
      await administrator.panel.call('twoStep.require', { roles: ['representative'] });
      const asked = await extensionClient(server).call('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION });
      assert.ok(asked.step === 'enrol');
      const { ticket } = asked;
      const { secret } = await extensionClient(server).call('twoStep.enrol', { ticket });
      const entry = await extensionClient(server).call('rep.secondStep', { ticket, code: codeOf(secret) });
      assert.equal(entry.account.id, account.id);
      await administrator.panel.call('twoStep.require', { roles: [] });
    });
  }
});
