import assert from 'node:assert/strict';
import type { AdminContext } from '../../../../server/admin/admin-context.ts';
import { guardHandlers } from '../../../../server/admin/guarded-handlers.ts';
import type { AuditEntry } from '../../../../server/audit/audit.ts';
import { anAccount } from '../team/a-team.ts';

type AdminHandlers = Parameters<typeof guardHandlers>[0];

describe('What administrators do, written down', () => {
  it('is told as done when it was done, though what it came to cannot be read', async () => {
    const entries: AuditEntry[] = [];
    const update = () => Promise.resolve({ organisation: { name: 'New' } });
    let reads = 0;
    const organisation = () => {
      reads += 1;
      if (reads > 1) return Promise.reject(new Error('The store went away'));
      return Promise.resolve({ fields: { name: 'Old' }, name: 'Old' });
    };
    const handlers = { 'organisation.update': update } as unknown as AdminHandlers;
    const guarded = guardHandlers(handlers, (entry) => entries.push(entry), { 'organisation.update': organisation });
    const context: AdminContext = {
      account: anAccount('Maria', { role: 'administrator' }),
      tokenHash: '',
      address: '',
    };
    assert.deepEqual(await guarded['organisation.update']({ name: 'New' }, context), {
      organisation: { name: 'New' },
    });
    assert.deepEqual(
      entries.map(({ outcome, targetName, changes }) => ({ outcome, targetName, changes })),
      [{ outcome: 'done', targetName: 'Old', changes: [] }],
    );
  });
});
