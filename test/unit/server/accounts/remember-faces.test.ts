import assert from 'node:assert/strict';
import * as v from 'valibot';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { createAccountNews } from '../../../../server/accounts/account-news.ts';
import { rememberFaces } from '../../../../server/accounts/remember-faces.ts';

describe('Faces that are remembered', () => {
  const ana = v.parse(AccountId, 'ana-------------------');
  const aScene = () => {
    const clock = { at: 1_000_000, now: () => clock.at };
    const news = createAccountNews();
    const stored = { name: 'Ana', reads: 0, isDown: false };
    const face = rememberFaces(
      async (account) => {
        stored.reads += 1;
        if (stored.isDown) throw new Error('the store is away');
        return { account, displayName: stored.name, picture: null };
      },
      news,
      clock,
    );
    const renamed = (name: string) => {
      stored.name = name;
      news.changed({
        id: ana,
        userId: 'ana',
        fullName: name,
        displayName: name,
        email: '',
        role: 'representative',
        disabled: false,
        picture: null,
        channels: [],
        capacity: null,
        createdAt: 0,
        lastSeenAt: null,
        group: null,
        leads: [],
      });
    };
    return { clock, stored, renamed, name: async () => (await face(ana))?.displayName };
  };

  it('are read once for many sessions', async () => {
    const { stored, name } = aScene();
    assert.deepEqual(await Promise.all([name(), name(), name()]), ['Ana', 'Ana', 'Ana']);
    assert.equal(stored.reads, 1);
  });

  it('change with the account at once', async () => {
    const { renamed, name } = aScene();
    await name();
    renamed('Ana Petrescu');
    assert.equal(await name(), 'Ana Petrescu');
  });

  it('are read again after ten seconds, in which another process may have changed them', async () => {
    const { clock, stored, name } = aScene();
    await name();
    stored.name = 'Ana Petrescu';
    clock.at += 10_000;
    assert.equal(await name(), 'Ana Petrescu');
  });

  it('are asked for again when the store was away', async () => {
    const { stored, name } = aScene();
    stored.isDown = true;
    await assert.rejects(name(), /away/);
    stored.isDown = false;
    assert.equal(await name(), 'Ana');
  });
});
