import assert from 'node:assert/strict';
import { isAtLeast, leastRole } from '../../../../server/accounts/roles.ts';

describe('roles', () => {
  it('let each do what the lesser ones may, and not what the greater ones may', () => {
    assert.ok(isAtLeast('administrator', 'representative'));
    assert.ok(isAtLeast('team-lead', 'team-lead'));
    assert.ok(!isAtLeast('representative', 'team-lead'));
    assert.ok(!isAtLeast('team-lead', 'administrator'));
  });

  it('leave to reps nothing but themselves', () => {
    const forReps = Object.entries(leastRole).filter(([, least]) => isAtLeast('representative', least));
    assert.ok(forReps.every(([operation]) => operation.startsWith('self.')));
  });
});
