import assert from 'node:assert/strict';
import { signIn } from '../../../../extension/link-owner/sign-in.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { PROTOCOL_VERSION } from '../../../../shared/contract/protocol-version.ts';
import { aDesk, token } from '../builders.ts';
import { fails, scriptedCarrier } from '../scripted-carrier.ts';

const typed = { server: 'help.example', userId: 'ines', password: 'a long password' };
const organisation = { name: 'Ostervale IT' };
const describes = () => ({ product: 'RemoteHelp', version: '0.1.0', protocol: PROTOCOL_VERSION, organisation });
const lets = () => ({ step: 'done', token: token(), account: aDesk().account, organisation });

async function failureOf(answers: Parameters<typeof scriptedCarrier>[0], server = typed.server): Promise<string> {
  const failure = await signIn({ ...typed, server }, () => scriptedCarrier(answers)).catch((error: unknown) => error);
  assert.ok(failure instanceof AppError);
  return failure.message;
}

describe('signing in', () => {
  it('keeps the server, the user ID and a token, never the password', async () => {
    const carrier = scriptedCarrier({ 'server.describe': describes, 'rep.signIn': lets });
    const outcome = await signIn(typed, () => carrier);
    const account = { server: 'https://help.example', userId: 'ines', token: token() };
    assert.deepEqual(outcome, { step: 'done', account });
  });

  it('says that an address is none', async () => {
    assert.match(await failureOf({}, 'not an address'), /^This is no server address/);
  });

  it('says that nothing answers, and what to check', async () => {
    assert.match(await failureOf({}), /^Nothing answers at help\.example\. Check the address/);
    assert.match(await failureOf({}), /does not trust its certificate, which a tab with https:\/\/help\.example would/);
    assert.doesNotMatch(await failureOf({}, 'http://help.example'), /certificate/);
  });

  it('says that something else answers there', async () => {
    const text = await failureOf({ 'server.describe': () => ({ product: 'Something else' }) });
    assert.match(text, /^help\.example answers, but it is not a RemoteHelp server/);
  });

  it('says which side is older, before any password is sent', async () => {
    const carrier = scriptedCarrier({ 'server.describe': () => ({ ...describes(), protocol: PROTOCOL_VERSION + 1 }) });
    await assert.rejects(
      signIn(typed, () => carrier),
      /Update the extension/,
    );
    assert.deepEqual(
      carrier.asked.map(({ operation }) => operation),
      ['server.describe'],
    );
  });

  it('says that user ID or password is wrong', async () => {
    const text = await failureOf({ 'server.describe': describes, 'rep.signIn': fails('wrong-credentials') });
    assert.match(text, /^User ID or password is not right/);
  });
});
