/**
 * Loaded before a server of a test, with `?by=<times>` after its name: the server stretches passwords so many times as
 * fast, because hundreds of people sign in to servers in tests that are about something else. What costs more than
 * another thing still does. What is stored names the real cost, so such a data folder is good only for servers that were
 * begun like this.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const by = Number(new URL(import.meta.url).searchParams.get('by'));
const { scrypt } = crypto;

crypto.scrypt = (password, salt, length, cost, done) =>
  scrypt(password, salt, length, { ...cost, N: Math.max(2, cost.N / by) }, done);
syncBuiltinESMExports();
