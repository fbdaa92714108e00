/** Hundreds of pages whose server dies under them, with the link that pages have: they come back apart, all of them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import { createClient } from '../../../shared/contract/contract.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { customerContract } from '../../../shared/contract/customer-contract.ts';
import type { CustomerContract } from '../../../shared/contract/customer-contract.ts';
import type { Token } from '../../../shared/contract/identifiers.ts';
import { namespaces } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { openSocketLink } from '../../../shared/link/socket-carrier.ts';
import type { SocketLink } from '../../../shared/link/socket-carrier.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { allowSessions } from '../server-sessions/sessions-for-tests.ts';

const PAGES = 300;
/** Of them in a session, with something said in it. */
const TALKING = 40;

/** Within which the waits before the first three attempts lie: doubled each time, and spread by a quarter. */
const waitsOfAttempts = [
  [225, 375],
  [450, 750],
  [900, 1500],
] as const;

interface OpenPage {
  readonly link: SocketLink;
  readonly server: Client<CustomerContract>;
  /** Milliseconds that it decided to wait before each attempt since it was lost. */
  readonly waits: number[];
}

describe('hundreds of pages whose server dies under them', function () {
  this.timeout(180_000);
  let dataFolder: string;
  let server: ServerProcess;
  const pages: OpenPage[] = [];

  before(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-storm-'));
    server = await startServerProcess({ dataFolder });
  });
  after(async () => {
    for (const { link } of pages) link.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  async function aPage(): Promise<OpenPage> {
    let browserKey: Token | null = null;
    const waits: number[] = [];
    const link = openSocketLink({
      origin: server.origin,
      namespace: namespaces.customer,
      headers: { Origin: server.origin },
      door: () => ({ protocol: PROTOCOL_VERSION, browserKey }),
      onBrowserKey: (key) => (browserKey = key),
      onEvent: () => undefined,
      onState: (state) => state.at === 'lost' && waits.push(state.retryAt - Date.now()),
    });
    const page = { link, server: createClient(customerContract, link), waits };
    pages.push(page);
    await until('a page to be open', () => link.state.at === 'open' && browserKey !== null, 20_000);
    return page;
  }

  it('come back at moments of their own, less and less often, and each finds itself where it was [F25]', async () => {
    const administrator = await finishSetUp(server);
    await allowSessions(administrator, TALKING);
    const rep = await repOnline(server, await createRep(administrator));
    for (let opened = 0; opened < PAGES; opened += 20) await Promise.all(Array.from({ length: 20 }, aPage));
    const said: string[] = [];
    for (const [index, page] of pages.slice(0, TALKING).entries()) {
      const { session } = await rep.call('sessions.start', { customer: `Customer ${index}` });
      const { code } = session.code ?? assert.fail('no code');
      await page.server.call('codes.enter', { name: `Customer ${index}`, code });
      const { entry } = await rep.call('chat.send', { session: session.id, clientId: randomId(), text: 'Hello' });
      said.push(entry.session);
    }
    rep.close();

    await server.crash();
    await until('everybody to have tried twice in vain', () => pages.every(({ waits }) => waits.length >= 3), 30_000);
    const tried = pages.map(({ waits }) => [...waits]);
    server = await startServerProcess({ dataFolder, port: server.port });
    await until('everybody to be back', () => pages.every(({ link }) => link.state.at === 'open'), 60_000);

    // By what each decided, not by when this busy machine came to it.
    for (const [nth, [from, to]] of waitsOfAttempts.entries()) {
      const waits = tried.map((all) => all[nth] ?? assert.fail());
      assert.ok(Math.min(...waits) >= from - 20 && Math.max(...waits) <= to + 1, `${nth}: ${String(waits)}`);
      assert.ok(mostWithin(waits, (to - from) / 10) < PAGES / 4, `too many come together at attempt ${nth + 1}`);
    }
    for (const [index, page] of pages.entries()) {
      const { state } = await page.server.call('page.open', {});
      const session = said[index];
      if (session === undefined) assert.equal(state.at, 'start');
      else {
        assert.ok(state.at === 'session' && state.session.id === session, `page ${index} is at ${state.at}`);
        const { entries } = await page.server.call('log.after', { session: state.session.id, seq: 0 });
        assert.equal(entries.filter(({ kind }) => kind === 'chat').length, 1);
      }
    }
  });
});

/** Of so many moments the most that lie within `width` of each other. */
function mostWithin(moments: readonly number[], width: number): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + width).length));
}
