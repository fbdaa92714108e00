import { hashPassword } from '../../server/accounts/password-hash.ts';
import { createRep, finishSetUp, signInRep } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import { describeLoad } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { timeOf } from './figures/time-of.ts';

const AT_ONCE = 8;

/** Signing in by the right password, over HTTP into the real server, and what of it is hashing. */
export async function reportSignIn(isQuick: boolean): Promise<void> {
  const rounds = isQuick ? 3 : 20;
  const server = await startServerProcess({ passwordsFaster: 1, settings: { LOG_LEVEL: 'warn' } });
  console.log(`\nBefore: ${describeLoad()}`);
  try {
    const rep = await createRep(await finishSetUp(server));
    const signIn = () => timeOf(() => signInRep(server, rep));
    const alone: number[] = [];
    const together: number[] = [];
    const hashing: number[] = [];
    // In turns, so that what else the machine does falls on all three alike.
    for (let round = 0; round < rounds; round += 1) {
      hashing.push(await timeOf(() => hashPassword(rep.password)));
      alone.push(await signIn());
      together.push(...(await Promise.all(Array.from({ length: AT_ONCE }, signIn))));
    }
    const row = (name: string, values: readonly number[]) => {
      const { median, p95, count } = spreadOf(values);
      return [name, inMs(median), inMs(p95), String(count)];
    };
    printHeading('Sign-in by the right password');
    printTable(
      ['', 'median', 'p95', 'times'],
      [
        row('the hash alone (scrypt, N 2¹⁷, 128 MiB)', hashing),
        row('sign-in, one at a time', alone),
        row(`sign-in, ${AT_ONCE} at once (two are hashed at a time)`, together),
      ],
    );
    console.log(`\nAfter: ${describeLoad()}`);
  } finally {
    await server.stop();
  }
}
