import assert from 'node:assert/strict';
import { resolveRights } from '../../../../server/rights/resolve-rights.ts';
import type { RightLevel } from '../../../../server/rights/resolve-rights.ts';
import { tools } from '../../../../shared/contract/right.ts';
import type { RightReason, Tool } from '../../../../shared/contract/right.ts';

const level = (of: RightReason['level'], name: string, allow: Tool[], deny: Tool[]): RightLevel => ({
  because: { level: of, name },
  setting: { allow, deny },
});
const right = (levels: RightLevel[], wanted: Tool) => resolveRights(levels).find(({ tool }) => tool === wanted);

describe('which right holds', () => {
  const account = level('account', '', ['shell'], ['chat']);
  const night = level('group', 'Night', [], ['control', 'shell']);
  const desk = level('group', 'Desk', ['control', 'recording'], []);
  const role = level('role', '', ['chat'], ['recording', 'files']);

  it('lets the account decide before its group, the nearest group before those above, and any group before the role', () => {
    const levels = [account, night, desk, role];
    assert.deepEqual(right(levels, 'shell'), { tool: 'shell', allowed: true, because: account.because });
    assert.deepEqual(right(levels, 'chat'), { tool: 'chat', allowed: false, because: account.because });
    assert.deepEqual(right(levels, 'control'), { tool: 'control', allowed: false, because: night.because });
    assert.deepEqual(right(levels, 'recording'), { tool: 'recording', allowed: true, because: desk.because });
    assert.deepEqual(right(levels, 'files'), { tool: 'files', allowed: false, because: role.because });
  });

  it('falls back to what holds without any setting, for every tool there is', () => {
    const because = { level: 'default', name: '' };
    for (const { tool, ...held } of resolveRights([]))
      assert.deepEqual(held, { allowed: tools[tool].allowed, because });
  });

  it('lets a denial win where one level were to say both', () => {
    assert.equal(right([level('role', '', ['view'], ['view'])], 'view')?.allowed, false);
  });
});
