import type { Carrier } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';

const ANSWER_WITHIN_MS = 20_000;

/**
 * Carries a contract's calls to the page's own server: `POST <prefix><operation>` with the sign-in's cookie and this
 * page's version. Rejects with `no-answer` when nothing answers, or something that does not speak JSON, such as a proxy's error page.
 */
export function httpCarrier(prefix: '/api/' | '/api/admin/', send: typeof fetch = fetch): Carrier {
  return {
    async call({ operation, params }) {
      try {
        const response = await send(`${prefix}${operation}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
          body: JSON.stringify(params),
          credentials: 'same-origin',
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        });
        const reply: unknown = await response.json();
        return reply;
      } catch (cause) {
        throw new AppError('no-answer', { cause });
      }
    },
  };
}
