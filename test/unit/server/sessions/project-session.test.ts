import assert from 'node:assert/strict';
import {
  consentsInForce,
  emptyProjection,
  isRestarting,
  projectAll,
  screenState,
  sessionState,
} from '../../../../server/sessions/project-session.ts';
import { aLog, asked, begun, facts, granted, hostJoined, shown } from './a-log.ts';
import type { Line } from './a-log.ts';

const stateOf = (...lines: readonly Line[]) => projectAll(emptyProjection, aLog(...lines));
const screenOf = (...lines: readonly Line[]) => screenState(stateOf(...lines), 100_000);

describe('How a session stands, read from its log', () => {
  it('waits for its customer, is live with one, and ends for good', () => {
    const rep: Line = [0, 'rep', { kind: 'joined', role: 'rep' }];
    const customer: Line = [1, 'customer', { kind: 'joined', role: 'customer' }];
    const end: Line = [2, 'customer', { kind: 'ended', reason: 'feels-wrong' }];
    assert.equal(sessionState(stateOf(rep)), 'waiting-code');
    assert.equal(sessionState(stateOf(rep, customer)), 'live');
    assert.equal(sessionState(stateOf(rep, customer, end)), 'ended');
    assert.deepEqual(stateOf(rep, customer, end).ended, { at: 2000, by: 'customer', reason: 'feels-wrong' });
  });

  it('goes from a question through the download to a screen that is seen, then controlled', () => {
    const question: Line = [2, 'rep', asked('view')];
    const yes: Line = [3, 'customer', { kind: 'agreed', ask: { scope: 'view', devices: 'both', minutes: 15 } }];
    const host: Line = [4, 'host', hostJoined];
    const seen: Line[] = [question, yes, host, [5, 'host', granted('view')], [6, 'host', shown]];
    assert.equal(screenOf(), 'none');
    assert.equal(screenOf(question), 'asked');
    assert.equal(screenOf(question, yes), 'agreed');
    assert.equal(screenOf(question, yes, host), 'host-joined');
    assert.equal(screenOf(...seen), 'seeing');
    assert.equal(screenOf(...seen, [7, 'rep', asked('control')], [8, 'host', granted('control')]), 'controlling');
    assert.deepEqual(stateOf(...seen).facts, facts);
  });

  it('restarts from the word of a host that comes back, for half an hour or until it is there', () => {
    const begun: Line = [5, 'host', { kind: 'tool-used', use: { did: 'restart-begun', returns: true } }];
    const without: Line = [5, 'host', { kind: 'tool-used', use: { did: 'restart-begun', returns: false } }];
    const failed: Line = [
      6,
      'host',
      { kind: 'tool-used', use: { did: 'action-done', action: 'restart', outcome: 'failed' } },
    ];
    const restarting = (now: number, ...lines: Line[]) => isRestarting(stateOf(...lines), now);
    assert.ok(restarting(6000, begun));
    assert.ok(restarting(29 * 60_000, begun, [6, 'host', { kind: 'host-left', reason: 'lost' }]));
    assert.ok(!restarting(31 * 60_000, begun));
    assert.ok(!restarting(6000, without));
    assert.ok(!restarting(7000, begun, failed));
    assert.ok(!restarting(8000, begun, [7, 'host', hostJoined]));
  });

  it('grants nothing by a Yes on the page', () => {
    const state = stateOf([0, 'rep', asked('control')], [1, 'customer', { kind: 'agreed', ask: ask(30) }]);
    assert.deepEqual(state.consents, []);
    assert.equal(state.ask?.minutes, 30);
  });

  it('forgets a question that was taken back or refused', () => {
    const question: Line = [2, 'rep', asked('control')];
    assert.equal(stateOf(question, [3, 'rep', { kind: 'unasked', scope: 'control' }]).ask, null);
    assert.equal(stateOf(question, [3, 'customer', { kind: 'refused', scope: 'control', place: 'page' }]).ask, null);
  });

  it('keeps the consent for a tool apart from seeing, and shows no screen for it', () => {
    const both: Line[] = [...begun, [2, 'host', granted('files')], [3, 'host', granted('control')]];
    assert.deepEqual(scopes(...begun, [2, 'host', granted('files')]), ['files']);
    assert.deepEqual(scopes(...both).toSorted(), ['control', 'files', 'view']);
    assert.deepEqual(scopes(...both, [4, 'host', { kind: 'withdrawn', scope: 'view', place: 'host' }]), ['files']);
    assert.deepEqual(scopes(...both, [4, 'host', { kind: 'withdrawn', scope: 'files', place: 'host' }]).length, 2);
    assert.equal(screenOf(...begun, [2, 'host', hostJoined], [3, 'host', granted('files')]), 'host-joined');
  });

  it('counts control as seeing too, and takes control back together with seeing', () => {
    const controlled: Line[] = [...begun, [2, 'rep', asked('control')], [3, 'host', granted('control')]];
    assert.deepEqual(scopes(...controlled), ['view', 'control']);
    assert.deepEqual(scopes(...controlled, [4, 'host', { kind: 'withdrawn', scope: 'control', place: 'host' }]), [
      'view',
    ]);
    assert.deepEqual(scopes(...controlled, [4, 'host', { kind: 'withdrawn', scope: 'view', place: 'host' }]), []);
  });

  it('shows a consent no longer once its time is over, also before anybody says so', () => {
    const state = stateOf(...begun, [2, 'rep', asked('view', 15)], [3, 'host', granted('view', 60)]);
    assert.equal(consentsInForce(state, 59_999).length, 1);
    assert.equal(consentsInForce(state, 60_000).length, 0);
    assert.equal(screenState(state, 60_000), 'host-joined');
  });

  it('is paused by the customer’s own hand until it resumes', () => {
    const controlled: Line[] = [...begun, [2, 'rep', asked('control')], [3, 'host', granted('control')]];
    const pause: Line = [4, 'host', { kind: 'paused', hand: 'pointer' }];
    assert.equal(screenOf(...controlled, pause), 'paused');
    assert.equal(screenOf(...controlled, pause, [5, 'host', { kind: 'resumed' }]), 'controlling');
  });

  it('keeps consents over a host that was lost, and drops them with one that went for good', () => {
    const seen: Line[] = [...begun, [2, 'rep', asked('view')], [3, 'host', granted('view')]];
    const lost: Line[] = [...seen, [4, 'host', { kind: 'host-left', reason: 'lost' }]];
    assert.equal(screenOf(...lost), 'none');
    assert.equal(screenOf(...lost, [5, 'host', hostJoined]), 'seeing');
    assert.deepEqual(scopes(...seen, [4, 'host', { kind: 'host-left', reason: 'closed' }]), []);
  });

  it('is not seen while no viewer shows it', () => {
    const seen: Line[] = [...begun, [2, 'rep', asked('view')], [3, 'host', granted('view')], [4, 'host', shown]];
    assert.equal(screenOf(...seen, [5, 'host', { kind: 'screen-hidden' }]), 'host-joined');
    assert.equal(screenOf(...seen, [5, 'host', { kind: 'screen-hidden' }], [6, 'host', shown]), 'seeing');
  });

  it('leaves nothing granted after the end', () => {
    const end: Line = [9, 'rep', { kind: 'ended', reason: 'finished' }];
    assert.deepEqual(scopes(...begun, [2, 'rep', asked('view')], [3, 'host', granted('view')], end), []);
  });
});

const ask = (minutes: 15 | 30) => ({ scope: 'control', devices: 'both', minutes }) as const;
const scopes = (...lines: readonly Line[]) => stateOf(...lines).consents.map(({ scope }) => scope);
