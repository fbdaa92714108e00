import type { Carrier } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';

const ANSWER_WITHIN_MS = 15_000;

/**
 * Carries the entry contract: `POST <origin>/api/<operation>`. Rejects with `no-answer` when nothing answers at the
 * address, and with `not-found` when what answers is no RemoteHelp server.
 */
export function httpCarrier(origin: string, send: typeof fetch = fetch): Carrier {
  return {
    async call({ operation, params }) {
      const response = await send(`${origin}/api/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }).catch((cause: unknown) => {
        throw new AppError('no-answer', { cause });
      });
      const answer: Promise<unknown> = response.json();
      return answer.catch((cause: unknown) => {
        throw new AppError('not-found', { cause });
      });
    },
  };
}
