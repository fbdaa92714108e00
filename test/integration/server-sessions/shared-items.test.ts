import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('What an organisation shares with its reps', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
  });
  after(async () => {
    rep.close();
    await server.stop();
  });

  /** As the panel's page sends it, unless told otherwise. */
  const upload = (name: string, content: Buffer, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      const sent = request(`${server.origin}/shared-files/top`, {
        method: 'POST',
        headers: {
          origin: server.origin,
          cookie: administrator.browser.cookie ?? '',
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
          ...headers,
        },
      });
      sent.once('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.once('error', reject);
      sent.end(content);
    });

  it('reaches a rep who is at work, and has no two replies of one word', async () => {
    const { panel } = administrator;
    const reply = { kind: 'reply', name: 'Greeting', word: 'Hello', text: 'Good day {customer}' } as const;
    await panel.call('shared.add', { parent: null, item: reply });
    const { items } = await rep.event('shared.changed');
    assert.deepEqual(
      items.map((item) => item.kind === 'reply' && item.word),
      ['hello'],
    );
    await refuses(panel.call('shared.add', { parent: null, item: { ...reply, name: 'Other' } }), 'already-exists');
    assert.equal((await rep.call('shared.list', {})).items.length, 1);
  });

  it('keeps a file of any kind byte for byte, gives it back as a download, and forgets it when it is removed', async () => {
    const content = randomBytes(700_000);
    assert.equal(await upload('Prüfung 1.exe', content), 200);
    const { items } = await administrator.panel.call('shared.list', {});
    const file = items.find((item) => item.kind === 'file');
    assert.ok(file?.kind === 'file');
    assert.equal(file.name, 'Prüfung 1.exe');
    assert.equal(file.sha256, createHash('sha256').update(content).digest('hex'));

    const headers = { cookie: administrator.browser.cookie ?? '' };
    const given = await fetch(`${server.origin}/shared-files/${file.id}`, { headers });
    assert.match(given.headers.get('content-disposition') ?? '', /^attachment/);
    assert.ok(Buffer.from(await given.arrayBuffer()).equals(content));
    assert.equal((await fetch(`${server.origin}/shared-files/${file.id}`)).status, 401);

    await administrator.panel.call('shared.remove', { id: file.id });
    assert.equal((await fetch(`${server.origin}/shared-files/${file.id}`, { headers })).status, 404);
  });

  it('takes no file from strangers, from other sites, or without a name', async () => {
    const content = Buffer.from('x');
    assert.equal(await upload('a.txt', content, { cookie: '' }), 401);
    assert.equal(await upload('a.txt', content, { origin: 'https://evil.example' }), 403);
    assert.equal(await upload('', content), 400);
    assert.equal(await upload('../a.txt', content), 400);
    const { items } = await administrator.panel.call('shared.list', {});
    assert.ok(!items.some(({ kind }) => kind === 'file'));
  });

  it('tells every site how the channels stand, and nothing else', async () => {
    const answer = await fetch(`${server.origin}/help-status.json`, { headers: { origin: 'https://fern.example' } });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    const { channels, colours } = (await answer.json()) as { channels: object[]; colours: unknown };
    assert.deepEqual(
      channels.map((channel) => Object.keys(channel)),
      [['id', 'name', 'status']],
    );
    assert.equal(colours, null);
    const script = await fetch(`${server.origin}/help.js`);
    assert.match(script.headers.get('content-type') ?? '', /javascript/);
    assert.equal(script.headers.get('cross-origin-resource-policy'), 'cross-origin');
  });
});
