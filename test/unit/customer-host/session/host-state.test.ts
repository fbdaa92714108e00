import assert from 'node:assert/strict';
import { grant, noConsents } from '../../../../customer-host/consent/consents.ts';
import { free, handMoved } from '../../../../customer-host/consent/hand-pause.ts';
import {
  bannerState,
  handState,
  secondsLeft,
  usableDevices,
  type HostState,
} from '../../../../customer-host/session/host-state.ts';
import { createUsage } from '../../../../customer-host/session/usage.ts';

const nothing: HostState = { consents: noConsents, pause: free, asking: undefined };
const control = { scope: 'control', devices: 'both', minutes: 15 } as const;
const controlling: HostState = { ...nothing, consents: grant(noConsents, control, 0) };

describe('what the host allows', () => {
  it('is nothing before a consent', () => {
    assert.equal(bannerState(nothing, 0), 'connecting');
    assert.equal(handState(nothing, 0), 'view-only');
    assert.equal(usableDevices(nothing, 'both', 0), undefined);
  });

  it('is nothing while the customer’s own hand moves, though the consent goes on', () => {
    const paused = { ...controlling, pause: handMoved(free, 10) };
    assert.equal(handState(paused, 10), 'paused');
    assert.equal(bannerState(paused, 10), 'paused');
    assert.equal(usableDevices(paused, 'both', 10), undefined);
  });

  it('is nothing while a question is on the desktop, so that nobody answers it for the customer', () => {
    assert.equal(usableDevices({ ...controlling, asking: { about: 'consent', ask: control } }, 'both', 0), undefined);
  });

  it('ends with the consent, and says how long that is', () => {
    assert.equal(secondsLeft(controlling, 0), 900);
    assert.equal(usableDevices(controlling, 'both', 15 * 60_000 - 1), 'both');
    assert.equal(usableDevices(controlling, 'both', 15 * 60_000), undefined);
    assert.equal(bannerState(controlling, 15 * 60_000), 'connecting');
  });
});

describe('the host’s last words', () => {
  it('tell how long the screen was seen and the mouse used, without the pauses', () => {
    const usage = createUsage(0);
    usage.show(true, 0);
    usage.enter('seeing', 10_000);
    usage.enter('controlling', 20_000);
    usage.enter('paused', 50_000);
    usage.enter('controlling', 55_000);
    assert.deepEqual(usage.read(60_000), { lastedSeconds: 60, sawSeconds: 50, controlledSeconds: 35 });
  });

  it('count from the session’s beginning, and nothing while nobody looked at what was allowed', () => {
    const usage = createUsage(0);
    usage.enter('controlling', 60_000);
    usage.show(true, 70_000);
    usage.show(false, 80_000);
    assert.deepEqual(usage.read(180_000), { lastedSeconds: 180, sawSeconds: 10, controlledSeconds: 10 });
  });
});
