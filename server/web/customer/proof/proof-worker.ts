/** Does the work beside the page, so that the page stays alive meanwhile. Asked once; answers once. */
import * as v from 'valibot';
import { ProofChallenge } from '../../../../shared/contract/proof-of-work.ts';
import { solveChallenge } from './solve-challenge.ts';

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { nonce, bits } = v.parse(ProofChallenge, data);
  postMessage(solveChallenge(nonce, bits));
});
