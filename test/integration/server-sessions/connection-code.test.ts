import assert from 'node:assert/strict';
import { AppError } from '../../../shared/contract/errors.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from './sessions-for-tests.ts';

const fullWidth = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

describe('A connection code', () => {
  let server: ServerProcess;
  let rep: RepLink;
  let customer: CustomerLink;

  before(async () => {
    server = await startServerProcess();
    rep = await repOnline(server, await createRep(await finishSetUp(server), { displayName: 'Ana' }));
  });
  beforeEach(async () => {
    customer = await openCustomerLink(server);
  });
  afterEach(() => customer.close());
  after(async () => {
    rep.close();
    await server.stop();
  });

  async function aCode() {
    const { session } = await rep.call('sessions.start', { customer: 'Marta' });
    assert.equal(session.state, 'waiting-code');
    assert.ok(session.code);
    return { session: session.id, code: session.code.code };
  }

  /** As somebody would send it who does not keep to the page. */
  const enterRaw = (code: unknown) => customer.call('codes.enter', { name: 'Marta', code: code as string });

  it('takes digits however they are typed, and nothing else passes for a code [H-28]', async () => {
    const { session, code } = await aCode();
    for (const raw of [Number(code), [code], { code }, `${code}\0`, `0x${code}`, '0x1E240', '१२३४५६', `+${code}`, '']) {
      await refuses(enterRaw(raw), 'invalid');
    }
    const typed = ` ${fullWidth(code.slice(0, 3))} ${code.slice(3)} `;
    assert.equal((await enterRaw(typed)).session.id, session);
    await rep.event('sessions.changed', ({ session: head }) => head.id === session && head.state === 'live');
    await rep.call('sessions.end', { session });
  });

  it('lets in one customer, once', async () => {
    const { session, code } = await aCode();
    const other = await openCustomerLink(server);
    const tries = await Promise.allSettled(
      [customer, other].map((link) => link.call('codes.enter', { name: 'Marta', code })),
    );
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await rep.call('sessions.end', { session });
    other.close();
  });

  it('dies when the rep makes another one', async () => {
    const { session, code } = await aCode();
    const { session: head } = await rep.call('codes.another', { session });
    assert.notEqual(head.code?.code, code);
    await refuses(enterRaw(code), 'code-refused');
    await rep.call('sessions.end', { session });
  });

  it('dies with its session, and says the same as a code that never was', async () => {
    const { session, code } = await aCode();
    assert.deepEqual(await rep.call('sessions.end', { session }), { summary: null });
    const text = 'This code does not work (any more). Ask the person who helps you for another one.';
    await refuses(enterRaw(code), 'code-refused', text);
  });

  it('cannot be guessed: after five wrong tries an address has to wait', async () => {
    const { session, code } = await aCode();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let refusal = ''; refusal !== 'too-many-tries';) {
      refusal = await enterRaw(wrong).then(
        () => assert.fail('a wrong code was taken'),
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
      assert.match(refusal, /code-refused|too-many-tries/);
    }
    await refuses(enterRaw(code), 'too-many-tries');
    await rep.call('sessions.end', { session });
  });
});
