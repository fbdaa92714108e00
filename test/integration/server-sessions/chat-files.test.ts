import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { randomId } from '../../../server/secrets/random.ts';
import { filePartStep } from '../../../shared/contract/conversation-file.ts';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { beginFile, fetchGiven, giveFile, postPart, sendParts } from '../../support/chat-files.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession, allowSessions, refuses } from './sessions-for-tests.ts';

type SessionId = Awaited<ReturnType<typeof aLiveSession>>['session'];

describe('Files in a chat', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let customer: CustomerLink;
  let session: SessionId;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
    await allowSessions(administrator, 9);
    ({ customer, session } = await aLiveSession(server, rep));
  });
  after(async () => {
    rep.close();
    customer.close();
    await server.stop();
  });

  it('go from the customer to the rep, whole, and stand in the log of both [S0-79] [S0-81]', async () => {
    const content = randomBytes(2_500_000);
    const entry = await giveFile(server, customer, session, 'Prüfung 1.pdf', content);
    assert.deepEqual([entry.name, entry.bytes, entry.by.kind], ['Prüfung 1.pdf', content.length, 'customer']);
    const told = await rep.event('log.appended', ({ entry: heard }) => heard.seq === entry.seq);
    assert.deepEqual(told.entry, entry);

    const { ticket, name } = await rep.call('files.open', { session, file: entry.file });
    assert.equal(name, 'Prüfung 1.pdf');
    const given = await fetchGiven(server, ticket, EXTENSION_ORIGIN);
    assert.equal(given.headers.get('access-control-allow-origin'), EXTENSION_ORIGIN);
    assert.ok(Buffer.from(await given.arrayBuffer()).equals(content));
  });

  it('go from the rep to the customer, by a ticket that opens once, as nothing but a download [S0-79] [S0-81] [H-58]', async () => {
    const content = randomBytes(300_000);
    const entry = await giveFile(server, rep, session, 'a"\r\nSet-Cookie:x.txt', content);
    assert.equal(entry.name, 'a_Set-Cookie_x.txt');
    const { ticket } = await customer.call('files.open', { session, file: entry.file });
    const given = await fetchGiven(server, ticket);
    assert.equal(given.headers.get('set-cookie'), null);
    assert.equal(
      given.headers.get('content-disposition'),
      `attachment; filename="a_Set-Cookie_x.txt"; filename*=UTF-8''a_Set-Cookie_x.txt`,
    );
    assert.equal(given.headers.get('content-type'), 'application/octet-stream');
    assert.equal(given.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(given.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.ok(Buffer.from(await given.arrayBuffer()).equals(content));
    assert.equal((await fetchGiven(server, ticket)).status, 401);
  });

  it('have whatever name they came with made safe, and are kept under another one [H-56]', async () => {
    const content = Buffer.from('words');
    const names = await Promise.all(
      ['../../x', '\\\\?\\C:\\x', 'CON', 'pdf\u202Eexe.', 'a\u0000b', 'ä'.repeat(300), 'x'].map(async (name) =>
        giveFile(server, customer, session, name, content),
      ),
    );
    assert.deepEqual(
      names.map(({ name }) => name),
      ['x', 'x', '_CON', 'pdfexe', 'ab', 'ä'.repeat(100), 'x'],
    );
    // Two of one name are two files.
    assert.equal(new Set(names.map(({ file }) => file)).size, names.length);
  });

  it('are no programs: refused by name before anything is sent, with what to do instead [S0-82] [H-57]', async () => {
    for (const name of ['setup.exe', 'x.MSI', 'x.bat', 'x.sh', 'x.cmd', 'x.exe.', 'x.pdf.exe', 'x.exe.pdf', 'x.jar']) {
      await refuses(beginFile(customer, session, { name, bytes: 10 }), 'file-refused', /^Programs cannot be sent here/);
    }
    await refuses(
      beginFile(customer, session, { name: 'setup.exe', bytes: 10 }),
      'file-refused',
      'Programs cannot be sent here (.exe). Ask Ines to use the shared files.',
    );
    await refuses(beginFile(rep, session, { name: 'setup.exe', bytes: 10 }), 'file-refused', /shared files/);
  });

  it('are no programs: refused by content at the first part, and once more when all is there [S0-82] [H-57]', async () => {
    const program = Buffer.concat([Buffer.from('4d5a90000300000004000000', 'hex'), Buffer.alloc(2 * filePartStep)]);
    const begun = await beginFile(customer, session, { name: 'holiday.png', bytes: program.length });
    const answer = await postPart(server, begun.ticket, 0, program.subarray(0, filePartStep));
    assert.equal(answer.status, 415);
    assert.match(await answer.text(), /a program under another name\. Ask Ines/);
    await refuses(customer.call('files.finish', { session, file: begun.file }), 'not-found');

    // What makes an installer of it stands at its end.
    const installer = Buffer.alloc(12 * filePartStep);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(installer);
    installer.writeUInt16LE(9, 30);
    installer.writeUInt32LE(4400, 48);
    Buffer.from('84100c0000000000c000000000000046', 'hex').copy(installer, 4401 * 512 + 80);
    const late = await beginFile(customer, session, { name: 'letter.doc', bytes: installer.length });
    await sendParts(server, late.ticket, installer);
    await refuses(customer.call('files.finish', { session, file: late.file }), 'file-refused', /an installer/);
    await refuses(customer.call('files.open', { session, file: late.file }), 'not-found');
  });

  it('of pictures show themselves small and large, upright, and without what else was in them', async () => {
    const picture = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Artist: 'Marta' } })
      .jpeg()
      .toBuffer();
    const entry = await giveFile(server, customer, session, 'screen.jpg', Buffer.from(picture));
    assert.deepEqual([entry.type, entry.picture], ['picture', { width: 3000, height: 2000 }]);
    const sizes = await Promise.all(
      (['small', 'large'] as const).map(async (size) => {
        const made = await rep.call('files.preview', { session, file: entry.file, size });
        const facts = await sharp(Buffer.from(made.picture, 'base64')).metadata();
        return [facts.format, facts.width, facts.exif];
      }),
    );
    assert.deepEqual(sizes, [
      ['webp', 560, undefined],
      ['webp', 1600, undefined],
    ]);
  });

  it('that claim a picture of 30,000 by 30,000 are given on and never unpacked [H-60]', async () => {
    const claim = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    claim.writeUInt32BE(30_000, 16);
    claim.writeUInt32BE(30_000, 20);
    const entry = await giveFile(server, customer, session, 'bomb.png', Buffer.from(claim));
    assert.equal(entry.picture, null);
    await refuses(rep.call('files.preview', { session, file: entry.file, size: 'large' }), 'not-found');
    const { ticket } = await rep.call('files.open', { session, file: entry.file });
    assert.ok(Buffer.from(await (await fetchGiven(server, ticket)).arrayBuffer()).equals(claim));
  });

  it('for reps only reach no customer, neither their entry nor their bytes', async () => {
    const content = Buffer.from('for colleagues');
    const clientId = randomId();
    const begun = await rep.call('files.begin', {
      session,
      clientId,
      name: 'notes.txt',
      bytes: content.length,
      audience: 'reps',
    });
    assert.ok(begun.at === 'open');
    await sendParts(server, begun.ticket, content);
    const { entry } = await rep.call('files.finish', { session, file: begun.file });
    assert.equal(entry.audience, 'reps');
    const { entries } = await customer.call('log.after', { session, seq: entry.seq - 1 });
    assert.deepEqual(entries, []);
    await refuses(customer.call('files.open', { session, file: begun.file }), 'not-found');
    await refuses(customer.call('files.preview', { session, file: begun.file, size: 'small' }), 'not-found');
    await rep.call('files.open', { session, file: begun.file });
  });

  it('are nobody else’s', async () => {
    const entry = await giveFile(server, customer, session, 'mine.txt', Buffer.from('mine'));
    const stranger = await openCustomerLink(server);
    const colleague = await repOnline(server, await createRep(administrator, { displayName: 'Juan' }));
    const file = { session, file: entry.file };
    for (const link of [stranger, colleague]) {
      const call = (link as CustomerLink).call;
      await refuses(call('files.open', file), 'not-found');
      await refuses(call('files.preview', { ...file, size: 'small' }), 'not-found');
      await refuses(beginFile(link, session, { bytes: 4 }), 'not-found');
    }
    const begun = await beginFile(rep, session, { bytes: 4 });
    await refuses(customer.call('files.cancel', { session, file: begun.file }), 'not-found');
    await refuses(customer.call('files.finish', { session, file: begun.file }), 'not-found');
    await rep.call('files.cancel', { session, file: begun.file });
    assert.equal((await postPart(server, begun.ticket, 0, Buffer.from('four'))).status, 401);
    for (const link of [stranger, colleague]) link.close();
  });

  it('of the organisation are given in one step, whatever they are [S0-83]', async () => {
    const program = Buffer.concat([Buffer.from('4d5a9000', 'hex'), randomBytes(400_000)]);
    const { origin } = server;
    const shared = await fetch(`${origin}/shared-files/top`, {
      method: 'POST',
      headers: {
        origin,
        cookie: administrator.browser.cookie ?? '',
        'content-type': 'application/octet-stream',
        'x-file-name': 'driver.exe',
      },
      body: program,
    });
    assert.equal(shared.status, 200);
    const { items } = await administrator.panel.call('shared.list', {});
    const item = items.find(({ kind }) => kind === 'file');
    assert.ok(item);
    const clientId = randomId();
    const { entry } = await rep.call('files.share', { session, clientId, item: item.id });
    assert.ok(entry.kind === 'file');
    assert.deepEqual([entry.name, entry.bytes], ['driver.exe', program.length]);
    assert.deepEqual((await rep.call('files.share', { session, clientId, item: item.id })).entry, entry);
    const { ticket } = await customer.call('files.open', { session, file: entry.file });
    assert.ok(Buffer.from(await (await fetchGiven(server, ticket)).arrayBuffer()).equals(program));

    await administrator.panel.call('shared.remove', { id: item.id });
    await refuses(customer.call('files.open', { session, file: entry.file }), 'not-found');
  });

  it('stay for the rep after the end, for the customer until the summary is closed, and go with the session', async () => {
    const own = await aLiveSession(server, rep, 'Berta');
    const entry = await giveFile(server, own.customer, own.session, 'photo.txt', Buffer.from('a photo'));
    const file = { session: own.session, file: entry.file };
    const unfinished = await beginFile(rep, own.session, { bytes: 4 });
    await rep.call('sessions.end', { session: own.session });
    assert.equal((await postPart(server, unfinished.ticket, 0, Buffer.from('four'))).status, 401);
    await refuses(beginFile(rep, own.session, { bytes: 4 }), 'session-ended');
    await own.customer.call('files.open', file);
    const { record } = await administrator.panel.call('customers.read', { kind: 'session', id: own.session });
    assert.deepEqual((record as { files?: unknown }).files, [
      { file: entry.file, name: 'photo.txt', bytes: 7, by: 'customer' },
    ]);

    await own.customer.call('sessions.dismiss', { session: own.session });
    await refuses(own.customer.call('files.open', file), 'not-found');
    const { ticket } = await rep.call('files.open', file);
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: own.session }] });
    assert.equal((await fetchGiven(server, ticket)).status, 401);
    own.customer.close();
  });

  it('ask a rep for the right to chat', async () => {
    const quiet = await createRep(administrator, { displayName: 'Quiet' });
    const link = await repOnline(server, quiet);
    const own = await aLiveSession(server, link, 'Carla');
    await administrator.panel.call('rights.set', {
      subject: { kind: 'account', account: quiet.account.id },
      setting: { allow: [], deny: ['chat'] },
    });
    await refuses(beginFile(link, own.session, { bytes: 4 }), 'not-allowed');
    for (const each of [link, own.customer]) each.close();
  });

  it('are as large as the administrator allows, one and all together [H-59]', async () => {
    const { panel } = administrator;
    const limits = { fileBytes: 1_000_000, sessionBytes: 2_000_000 };
    await panel.call('files.setLimits', { limits });
    assert.deepEqual((await panel.call('files.limits', {})).limits, limits);
    const own = await aLiveSession(server, rep, 'Dora');
    await refuses(beginFile(own.customer, own.session, { bytes: 1_000_001 }), 'too-large', /at most 1 MB/);
    const first = await beginFile(own.customer, own.session, { bytes: 1_000_000 });
    await beginFile(rep, own.session, { bytes: 1_000_000 });
    await refuses(beginFile(own.customer, own.session, { bytes: 1 }), 'too-large', /together/);
    // What is taken back makes room.
    await own.customer.call('files.cancel', { session: own.session, file: first.file });
    await beginFile(own.customer, own.session, { bytes: 1_000_000 });
    own.customer.close();
  });
});
