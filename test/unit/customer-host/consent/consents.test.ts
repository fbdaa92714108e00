import assert from 'node:assert/strict';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import {
  expire,
  grant,
  lentDevices,
  lower,
  mayUse,
  mayView,
  msToNextExpiry,
  noConsents,
  toolsInUse,
  withdraw,
} from '../../../../customer-host/consent/consents.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;
const view: ConsentAsk = { scope: 'view', devices: 'both', minutes: 15 };
const control: ConsentAsk = { scope: 'control', devices: 'both', minutes: 15 };

describe('the customer’s consents', () => {
  it('grant nothing at the beginning', () => {
    assert.equal(mayView(noConsents, NOW), false);
    assert.equal(lentDevices(noConsents, NOW), undefined);
  });

  it('let the screen be seen for at least as long as it is controlled, also when seeing is granted anew for less', () => {
    const controlled = grant(noConsents, { ...control, minutes: 30 }, NOW);
    const seenAnew = grant(controlled, view, NOW);
    assert.equal(mayView(seenAnew, NOW + 30 * MINUTE - 1), true);
    assert.equal(lentDevices(seenAnew, NOW + 30 * MINUTE - 1), 'both');
    assert.equal(mayView(seenAnew, NOW + 30 * MINUTE), false);
  });

  it('let the screen be seen for just as long as was granted, and lend no hands', () => {
    const consents = grant(noConsents, view, NOW);
    assert.equal(mayView(consents, NOW + 15 * MINUTE - 1), true);
    assert.equal(mayView(consents, NOW + 15 * MINUTE), false);
    assert.equal(lentDevices(consents, NOW), undefined);
  });

  it('keep each tool by itself: it comes and goes without the screen, and the screen without it', () => {
    const files: ConsentAsk = { scope: 'files', devices: 'both', minutes: 15 };
    const both = grant(grant(noConsents, files, NOW), control, NOW);
    assert.equal(mayUse(both, 'files', NOW), true);
    assert.equal(mayUse(both, 'shell', NOW), false);
    assert.equal(mayUse(both, 'files', NOW + 15 * MINUTE), false);
    assert.deepEqual(toolsInUse(withdraw(both, 'view'), NOW), ['files']);
    assert.equal(mayView(withdraw(both, 'view'), NOW), false);
    assert.equal(lentDevices(withdraw(both, 'files'), NOW), 'both');
    assert.equal(mayView(grant(noConsents, files, NOW), NOW), false, 'a tool shows no screen');
    assert.deepEqual(toolsInUse(grant(both, view, NOW), NOW), ['files']);
  });

  it('include seeing when control is granted', () => {
    const consents = grant(noConsents, control, NOW);
    assert.equal(mayView(consents, NOW), true);
    assert.equal(lentDevices(consents, NOW), 'both');
  });

  it('do not shorten seeing by granting control for a shorter time', () => {
    const longView = grant(noConsents, { ...view, minutes: null }, NOW);
    const consents = grant(longView, control, NOW);
    assert.equal(lentDevices(consents, NOW + 16 * MINUTE), undefined);
    assert.equal(mayView(consents, NOW + 16 * MINUTE), true);
  });

  it('end control with seeing, and seeing not with control', () => {
    const consents = grant(noConsents, control, NOW);
    assert.deepEqual(withdraw(consents, 'view'), noConsents);
    const seeing = withdraw(consents, 'control');
    assert.equal(mayView(seeing, NOW), true);
    assert.equal(lentDevices(seeing, NOW), undefined);
  });

  it('say which of them have ended by now, once', () => {
    const consents = grant(grant(noConsents, { ...view, minutes: 30 }, NOW), control, NOW);
    const first = expire(consents, NOW + 15 * MINUTE);
    assert.deepEqual(
      first.expired.map(({ scope }) => scope),
      ['control'],
    );
    assert.deepEqual(expire(first.left, NOW + 15 * MINUTE).expired, []);
    assert.equal(msToNextExpiry(first.left, NOW + 15 * MINUTE), 15 * MINUTE);
  });

  it('have no next end when they hold for the session', () => {
    assert.equal(msToNextExpiry(grant(noConsents, { ...view, minutes: null }, NOW), NOW), undefined);
  });
});

describe('the hands that a rep wants to use', () => {
  it('can be fewer than were lent', () => {
    assert.equal(lower('both', 'pointer'), 'pointer');
    assert.equal(lower('both', 'keyboard'), 'keyboard');
    assert.equal(lower('pointer', 'both'), 'pointer');
  });

  it('can never be more than were lent', () => {
    assert.equal(lower('pointer', 'keyboard'), undefined);
    assert.equal(lower('keyboard', 'pointer'), undefined);
  });
});
