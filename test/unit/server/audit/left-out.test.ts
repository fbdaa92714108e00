import assert from 'node:assert/strict';
import type { AuditModel } from '../../../../server/audit/audit-model.ts';
import { createAudit } from '../../../../server/audit/audit.ts';
import { createLog } from '../../../../server/logging/log.ts';

/** A store that is away until it comes back. */
function aStore() {
  const stored: { action: string; target: string }[] = [];
  const away = { until: Promise.resolve(), isBroken: false };
  const none = { select: () => none, sort: () => none, lean: () => Promise.resolve(null) };
  const model = {
    findOne: () => none,
    async create(entry: { action: string; target: string }) {
      await away.until;
      if (away.isBroken) throw new Error('The store is away');
      stored.push(entry);
    },
  } as unknown as AuditModel;
  return {
    stored,
    away,
    audit: createAudit(
      model,
      createLog('error', () => undefined),
      { now: () => 0 },
    ),
  };
}

describe('Entries that the audit trail had to leave out', () => {
  const entry = { actor: 'ana', action: 'organisation.update', outcome: 'done' } as const;
  const told = (stored: readonly { action: string; target: string }[]) =>
    stored.filter(({ action }) => action === 'audit.left-out').map(({ target }) => target);

  it('are told of with the next one that can be stored, all of them, however long the line was full', async () => {
    const { stored, away, audit } = aStore();
    let isBack: () => void = () => undefined;
    away.until = new Promise((resolve) => (isBack = resolve));
    for (let written = 0; written < 2500; written += 1) audit.write(entry);
    isBack();
    await audit.settled();
    assert.equal(stored.length, 2000);
    audit.write(entry);
    await audit.settled();
    assert.deepEqual(told(stored), ['500']);
    assert.equal(stored.length, 2002);
    audit.write(entry);
    await audit.settled();
    assert.deepEqual(told(stored), ['500']);
  });

  it('are still counted when telling of them could not be stored either', async () => {
    const { stored, away, audit } = aStore();
    away.isBroken = true;
    for (let written = 0; written < 3; written += 1) {
      audit.write(entry);
      await audit.settled();
    }
    away.isBroken = false;
    audit.write(entry);
    await audit.settled();
    assert.deepEqual(told(stored), ['3']);
  });
});
