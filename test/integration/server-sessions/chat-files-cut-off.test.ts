import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filePartMost } from '../../../shared/contract/conversation-file.ts';
import { beginFile, fetchGiven, giveFile, postPart, sendParts } from '../../support/chat-files.ts';
import { createRep, finishSetUp, openCustomerLink, openRepLink, signInRep } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { aLiveSession, refuses } from './sessions-for-tests.ts';

describe('A file that was cut off', () => {
  it('goes on where it was after the server was killed, and arrives whole and once [S0-79] [S0-80]', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-files-'));
    const content = randomBytes(5 * filePartMost + 1234);
    const what = { name: 'scan.pdf', bytes: content.length };
    const first = await startServerProcess({ dataFolder });
    const { token } = await signInRep(first, await createRep(await finishSetUp(first)));
    const rep = await openRepLink(first, token);
    const { customer, session } = await aLiveSession(first, rep);
    const key = customer.browserKey() ?? '';
    const given = await giveFile(first, customer, session, 'before.txt', Buffer.from('before'));
    const begun = await beginFile(customer, session, what);
    await sendParts(first, begun.ticket, content.subarray(0, 2 * filePartMost));
    // One more is on its way when the server dies: it may be stored or not.
    const onItsWay = postPart(
      first,
      begun.ticket,
      2 * filePartMost,
      content.subarray(2 * filePartMost, 3 * filePartMost),
    )
      .then(() => 'taken')
      .catch(() => 'cut off');
    await first.kill9();
    assert.match(await onItsWay, /taken|cut off/);

    const second = await startServerProcess({ dataFolder });
    try {
      const again = await openCustomerLink(second, key);
      const { ticket, file, received } = await beginFile(again, session, { ...what, clientId: begun.clientId });
      assert.equal(file, begun.file);
      assert.ok([2 * filePartMost, 3 * filePartMost].includes(received), String(received));
      await refuses(again.call('files.finish', { session, file }), 'invalid', /Not all/);
      await sendParts(second, ticket, content, received);
      const { entry } = await again.call('files.finish', { session, file });
      assert.deepEqual((await again.call('files.finish', { session, file })).entry, entry);
      const done = await again.call('files.begin', { session, clientId: begun.clientId, ...what });
      assert.deepEqual(done, { at: 'done', entry });
      const { entries } = await again.call('log.after', { session, seq: given.seq });
      assert.deepEqual(entries, [entry]);

      const repAgain = await openRepLink(second, token);
      for (const [id, bytes] of [
        [file, content],
        [given.file, Buffer.from('before')],
      ] as const) {
        const opened = await repAgain.call('files.open', { session, file: id });
        const fetched = await fetchGiven(second, opened.ticket);
        assert.ok(Buffer.from(await fetched.arrayBuffer()).equals(bytes));
      }
      for (const link of [again, repAgain]) link.close();
    } finally {
      await second.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
