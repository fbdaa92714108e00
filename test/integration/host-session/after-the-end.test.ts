import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { openCustomerLink, openHostLink, openRepLink, repOnline, signInRep } from '../../support/people.ts';
import { extensionClient } from '../../support/http-client.ts';
import { refuses, someFacts } from '../server-sessions/sessions-for-tests.ts';
import { openSignalling, openWith, signallingUrl } from '../signalling/signalling-links.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('who is out of a session', function () {
  this.timeout(60_000);
  let office: Office;
  let desktop: SessionOnDesktop;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  beforeEach(async () => {
    desktop = await startSessionOnDesktop(office);
  });
  afterEach(() => desktop.end());

  const statusOf = async ({ peer, ticket, path }: { peer: string; ticket: string; path: string }) => {
    const opening = await openSignalling(signallingUrl(office.server, { id: peer, token: ticket }, path));
    return 'status' in opening ? opening.status : 'let in';
  };

  it('sees nothing any more once it has ended, and no ticket, id or call brings anybody back [H-40]', async () => {
    const { session, customer } = desktop;
    const viewer = await desktop.controlling();
    const [used, unused] = [
      await office.ana.call('link.open', { session }),
      await office.ana.call('link.open', { session }),
    ];
    const signalling = await openWith(office.server, used);
    const { ticket } = await customer.call('host.ticket', { session });
    const endedAt = Date.now();
    await customer.call('sessions.end', { session, feelsWrong: false });
    const { at } = await viewer.hears('closed');
    console.log(`      the picture ended ${at - endedAt} ms after the customer had pressed End`);
    assert.equal(await signalling.closed, 1008);

    for (const pass of [used, unused]) assert.equal(await statusOf(pass), 401);
    await refuses(office.ana.call('link.open', { session }), 'session-ended');
    await refuses(office.ana.call('link.ready', { session, peer: used.peer }), 'not-found');
    await refuses(customer.call('host.ticket', { session }), 'session-ended');
    const late = { session, clientId: randomId(), text: 'Let me back in' };
    await refuses(office.ana.call('chat.send', late), 'session-ended');
    await refuses(customer.call('chat.send', late), 'session-ended');
    const host = await openHostLink(office.server, { by: 'ticket', ticket });
    await refuses(host.call('session.join', { facts: someFacts }), 'ticket-refused');
    host.close();
  });

  it('is out at once when their account’s sign-in has ended, though they knew every id and ticket [H-40]', async () => {
    const { session } = desktop;
    await desktop.grant({ scope: 'control' });
    const { token } = await signInRep(office.server, office.account);
    const expelled = await openRepLink(office.server, token);
    const viewer = await desktop.viewer();
    await viewer.hears('open');
    const unused = await expelled.call('link.open', { session });
    const expelledAt = Date.now();
    await extensionClient(office.server).call('rep.signOut', { token });
    const { at } = await viewer.hears('closed');
    console.log(`      the picture ended ${at - expelledAt} ms after the sign-in had`);
    await expelled.closed;
    assert.equal(await statusOf(unused), 401);
    await assert.rejects(openRepLink(office.server, token), { code: 'not-signed-in' });
    // Somebody else's browser and a stranger's account are no way in either.
    const stranger = await openCustomerLink(office.server);
    await refuses(stranger.call('log.after', { session, seq: 0 }), 'not-found');
    stranger.close();
    const back = await repOnline(office.server, office.account);
    await back.call('link.open', { session });
    back.close();
  });
});
