/** Asks the server again with the work done, where it asks for work first. */
import * as v from 'valibot';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { CustomerContract } from '../../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { ProofOfWork } from '../../../../shared/contract/proof-of-work.ts';
import type { ProofChallenge, ProofPurpose } from '../../../../shared/contract/proof-of-work.ts';

/** What goes along with a call: nothing, or the work that was done for it. */
export type Proven = { readonly proof?: ProofOfWork };

/**
 * Calls, and if the server answers `proof-needed`, does the work and calls once more. `onWork` hears when the work
 * begins, which takes seconds. Everything else that fails is thrown on.
 */
export async function withProof<Result>(
  server: Pick<Client<CustomerContract>, 'call'>,
  purpose: ProofPurpose,
  call: (proven: Proven) => Promise<Result>,
  onWork: () => void = () => {},
): Promise<Result> {
  try {
    return await call({});
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'proof-needed')) throw error;
    onWork();
    const challenge = await server.call('proof.challenge', { purpose });
    return call({ proof: { challenge: challenge.challenge, answer: await solveBeside(challenge) } });
  }
}

function solveBeside(challenge: ProofChallenge): Promise<string> {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = v.safeParse(ProofOfWork.entries.answer, data);
      if (answer.success) resolve(answer.output);
      else reject(new Error('The worker answered something that is no number.'));
    });
    worker.addEventListener('error', () => reject(new AppError('proof-needed')));
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
