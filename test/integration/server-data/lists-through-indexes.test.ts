/** No list of the web panel looks at a whole collection, with whatever filter, sort and search: `npm run bench -- admin` in small. */
import assert from 'node:assert/strict';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { examine } from '../../bench/admin/examine.ts';
import { fillOrganisation } from '../../bench/admin/fill-organisation.ts';
import type { OrganisationModels } from '../../bench/admin/fill-organisation.ts';
import { listQuestions } from '../../bench/admin/list-questions.ts';
import { startStore } from '../database/a-store.ts';
import type { AStore } from '../database/a-store.ts';

const size = { accounts: 200, sessions: 3000 };
/** A page of fifty, what is counted beside it, and those that a filter leaves out on the way. */
const mostOfPage = size.sessions * 0.8;

describe('The lists of the web panel', () => {
  let store: AStore;
  let connection: Connection;
  let models: OrganisationModels;

  before(async function () {
    this.timeout(60_000);
    store = await startStore();
    connection = await createConnection(store.uri, { autoIndex: false, monitorCommands: true }).asPromise();
    models = await fillOrganisation(connection, size);
  });
  after(async () => {
    await connection?.close();
    await store?.end();
  });

  it('go along an index, whatever is filtered, sorted or looked for', async function () {
    this.timeout(60_000);
    const scans: string[] = [];
    for (const { list, what, ask } of listQuestions(models, size)) {
      const { scanned, documents, commands } = await examine(connection, ask);
      assert.ok(commands > 0, `${list}, ${what}: nothing was seen`);
      if (scanned.length > 0) scans.push(`${list}, ${what}: ${scanned.join()}`);
      if (list !== 'retention') assert.ok(documents <= mostOfPage, `${list}, ${what}: ${documents} documents`);
    }
    assert.deepEqual(scans, []);
  });

  it('are told apart from a question that no index serves', async () => {
    const sessions = connection.collection('sessions');
    const { scanned } = await examine(connection, () => sessions.find({ reason: 'Slow network' }).toArray());
    assert.equal(scanned.length, 1);
  });
});
