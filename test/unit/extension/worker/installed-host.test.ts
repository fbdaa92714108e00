import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createInstalledHost } from '../../../../extension/worker/installed-host.ts';
import { Ticket } from '../../../../shared/contract/identifiers.ts';
import { nativeHostName } from '../../../../shared/contract/native-host.ts';
import { PROTOCOL_VERSION } from '../../../../shared/contract/protocol-version.ts';

const origin = 'https://help.example';
const start = { order: 'start', ticket: v.parse(Ticket, 'abcdefghijklmnopqrstuvwx27') } as const;
const status = { order: 'status' } as const;
const answering = (answer: unknown) => createInstalledHost(() => Promise.resolve(answer));
const absent = createInstalledHost(() => Promise.reject(new Error('Specified native messaging host not found.')));

describe('the extension, asked by a page for the installed host', () => {
  it('asks the host of that page’s server and of no other', async () => {
    const asked: unknown[] = [];
    const ask = createInstalledHost((name, order) => {
      asked.push([name, order]);
      return Promise.resolve({ status: 'ready', protocol: PROTOCOL_VERSION });
    });
    assert.equal(await ask(status, origin), 'ready');
    assert.deepEqual(asked, [[nativeHostName(origin), status]]);
  });

  it('says when there is none, and when it does not start', async () => {
    assert.equal(await absent(status, origin), 'none');
    assert.equal(await absent(start, origin), 'failed');
    const refusing = answering({ status: 'refused', reason: 'cannot-start', protocol: PROTOCOL_VERSION });
    assert.equal(await refusing(start, origin), 'failed');
  });

  it('says when it is too old, and believes nothing of another shape', async () => {
    assert.equal(await answering({ status: 'ready', protocol: PROTOCOL_VERSION - 1 })(status, origin), 'outdated');
    for (const answer of [undefined, null, 'ready', { status: 'ready' }, { status: 'root', protocol: 1 }])
      assert.equal(await answering(answer)(status, origin), 'none');
  });
});
