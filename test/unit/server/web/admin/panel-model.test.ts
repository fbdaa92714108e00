import assert from 'node:assert/strict';
import type { Call, Carrier, Reply } from '../../../../../shared/contract/contract.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';
import { createPanelModel } from '../../../../../server/web/admin/panel-model.ts';
import { anAccount } from './a-panel.ts';

const organisation = { name: 'Fern Street Library' };
const ofOtherVersion: Reply = { ok: false, error: { code: 'protocol-mismatch', text: 'Update the page.' } };
const signedOut: Reply = { ok: false, error: { code: 'not-signed-in', text: 'You are signed out.' } };

/** A server with one account whose sign-in can run out. */
function aServer() {
  const server = { isSignedIn: true, isOther: false, calls: [] as string[] };
  const admin: Carrier = {
    call: ({ operation }: Call) => {
      server.calls.push(operation);
      if (server.isOther) return Promise.resolve(ofOtherVersion);
      if (!server.isSignedIn) return Promise.resolve(signedOut);
      const result =
        operation === 'self.get'
          ? { account: anAccount, organisation, origin: 'http://localhost', timeZone: 'Europe/Berlin' }
          : { organisation };
      return Promise.resolve({ ok: true, result });
    },
  };
  const entry: Carrier = {
    call: ({ operation }: Call) => {
      if (operation === 'admin.signIn') server.isSignedIn = true;
      const described = { product: 'RemoteHelp', version: '1', protocol: 1, organisation };
      const result = {
        'admin.signIn': { step: 'done', account: anAccount },
        'server.describe': described,
        'admin.signOut': {},
      }[operation];
      return Promise.resolve({ ok: true, result });
    },
  };
  return { server, model: createPanelModel({ admin, entry }) };
}

describe('The web panel', () => {
  it('lets what was asked wait while the sign-in has run out, and go on afterwards', async () => {
    const { server, model } = aServer();
    await model.open();
    server.isSignedIn = false;
    const renaming = model.server.call('organisation.update', { name: 'Fern Street' });
    await untilTrue(() => model.hasRunOut.value);
    await model.signInAgain('correct horse battery');
    assert.deepEqual(await renaming, { organisation });
    assert.equal(model.hasRunOut.value, false);
    assert.deepEqual(server.calls, ['self.get', 'organisation.update', 'organisation.update']);
  });

  it('gives up what waits when the person leaves instead', async () => {
    const { server, model } = aServer();
    await model.open();
    server.isSignedIn = false;
    const renaming = model.server.call('organisation.update', { name: 'Fern Street' });
    await untilTrue(() => model.hasRunOut.value);
    await model.signOut();
    await assert.rejects(renaming, { code: 'not-signed-in' });
    assert.deepEqual(model.state.value, { at: 'signed-out', organisation: 'Fern Street Library' });
  });

  it('asks to be loaded anew once the server is of another version, whichever call was told so', async () => {
    const { server, model } = aServer();
    await model.open();
    assert.equal(model.isOutdated.value, false);
    server.isOther = true;
    await assert.rejects(model.server.call('organisation.update', { name: 'Fern' }), { code: 'protocol-mismatch' });
    assert.equal(model.isOutdated.value, true);
  });

  it('tells a server that does not answer from a person who is signed out', async () => {
    const silent: Carrier = { call: () => Promise.reject(new AppError('no-answer')) };
    const model = createPanelModel({ admin: silent, entry: silent });
    await model.open();
    assert.equal(model.state.value.at, 'unreachable');
  });
});

async function untilTrue(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !isSo(); turn += 1) await Promise.resolve();
  assert.ok(isSo());
}
