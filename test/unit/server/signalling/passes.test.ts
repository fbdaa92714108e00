import assert from 'node:assert/strict';
import { createPasses, passLifeMs } from '../../../../server/signalling/passes.ts';
import { aSession } from '../sessions/a-log.ts';

const host = { session: aSession, role: 'host' } as const;

function somePasses() {
  const clock = { at: 0, now: () => clock.at };
  return { clock, passes: createPasses(clock) };
}

describe('A pass for a signalling link', () => {
  it('admits once, and its id stays taken until its time is over', () => {
    const { clock, passes } = somePasses();
    const { pass, ticket } = passes.issue(host);
    assert.equal(passes.admit(pass.peer, ticket).outcome, 'admitted');
    assert.equal(passes.admit(pass.peer, ticket).outcome, 'used');
    clock.at = passLifeMs;
    assert.equal(passes.admit(pass.peer, ticket).outcome, 'refused');
  });

  it('dies after half a minute, and whoever waited for it can be told', () => {
    const { clock, passes } = somePasses();
    const { pass, ticket } = passes.issue(host);
    assert.deepEqual(passes.expected(pass.peer), host);
    clock.at = passLifeMs;
    assert.equal(passes.admit(pass.peer, ticket).outcome, 'refused');
    assert.deepEqual(passes.sweep(), [pass.peer]);
    assert.equal(passes.expected(pass.peer), undefined);
  });

  it('is not opened by another one’s ticket', () => {
    const { passes } = somePasses();
    const [one, other] = [passes.issue(host), passes.issue(host)];
    assert.equal(passes.admit(one.pass.peer, other.ticket).outcome, 'refused');
    assert.equal(passes.admit(one.pass.peer, one.ticket).outcome, 'admitted');
  });

  it('is not given without end to one session', () => {
    const { passes } = somePasses();
    for (let count = 0; count < 32; count += 1) passes.issue(host);
    assert.throws(() => passes.issue(host), { code: 'too-many-tries' });
  });
});
