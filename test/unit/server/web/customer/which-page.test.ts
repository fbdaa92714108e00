import assert from 'node:assert/strict';
import * as v from 'valibot';
import { whichPage } from '../../../../../server/web/customer/which-page.ts';
import type { Standing } from '../../../../../server/web/customer/which-page.ts';
import { readLinkFragment } from '../../../../../shared/contract/connection-link.ts';
import { ReceiptToken } from '../../../../../shared/contract/receipt.ts';
import { QueuePlace } from '../../../../../shared/contract/customer-contract.ts';
import type { CustomerState } from '../../../../../shared/contract/customer-contract.ts';
import { START, aSummary } from './a-log.ts';
import { aSessionHead } from './a-page-server.ts';

const place = v.parse(QueuePlace, {
  form: { channel: 'p'.repeat(22), name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' },
  channelName: 'General',
  channelStatus: 'busy',
  since: START,
  position: 2,
  behind: 0,
  beingHelped: 1,
  wait: null,
});
const states: Record<CustomerState['at'], CustomerState> = {
  start: { at: 'start' },
  waiting: { at: 'waiting', place },
  session: { at: 'session', session: aSessionHead(), place: null },
  summary: { at: 'summary', summary: aSummary() },
};
const shown = (at: CustomerState['at'], path: string, change: Partial<Standing> = {}) =>
  whichPage({
    state: states[at],
    path,
    organisation: 'Fern Street Library',
    helpTicket: undefined,
    link: undefined,
    receipt: undefined,
    invitation: null,
    reservation: null,
    ...change,
  }).at;

describe('The page that a customer sees', () => {
  it('is the place for a code or a link also for who stands in line, and the line everywhere else', () => {
    const link = readLinkFragment(`#c-${'a'.repeat(26)}`);
    assert.ok(link);
    assert.equal(shown('waiting', '/connect'), 'connect');
    assert.equal(shown('waiting', '/connect', { link }), 'link');
    assert.equal(shown('waiting', '/'), 'waiting');
    assert.equal(shown('waiting', '/invite'), 'waiting');
  });

  it('is the session before everything, and who waits at its door waits there', () => {
    for (const path of ['/', '/connect', '/needs']) assert.equal(shown('session', path), 'session');
    const state = { at: 'session', session: aSessionHead({ state: 'waiting-code' }), place: null } as const;
    assert.equal(shown('session', '/connect', { state }), 'knocking');
  });

  it('is what the server says where the address says nothing else', () => {
    assert.equal(shown('start', '/'), 'request');
    assert.equal(shown('summary', '/'), 'summary');
    assert.equal(shown('start', '/invite'), 'invite');
    assert.equal(shown('summary', '/needs'), 'needs');
    assert.equal(shown('waiting', '/install'), 'install');
  });

  it('is the receipt of a link from wherever the browser stands, but for a session that lives', () => {
    const link = { token: v.parse(ReceiptToken, 'a'.repeat(26)), fingerprint: '0'.repeat(32) };
    assert.equal(shown('start', '/receipt', { receipt: link }), 'receipt');
    assert.equal(shown('summary', '/receipt', { receipt: link }), 'receipt');
    assert.equal(shown('waiting', '/receipt'), 'receipt');
    assert.equal(shown('session', '/receipt', { receipt: link }), 'session');
  });

  it('needs no answer of the server to say what a computer needs', () => {
    assert.equal(shown('start', '/', { organisation: undefined }), 'opening');
    assert.equal(shown('start', '/needs', { organisation: undefined }), 'needs');
  });
});
