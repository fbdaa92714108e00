import type { Call, Carrier } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';

type Answer = (params: unknown) => unknown;

/** Another side that answers as the test says, and remembers what it was asked. */
export function scriptedCarrier(answers: Record<string, Answer>): Carrier & { readonly asked: Call[] } {
  const asked: Call[] = [];
  return {
    asked,
    async call(call) {
      asked.push(call);
      const answer = answers[call.operation];
      if (answer === undefined) throw new AppError('no-answer');
      try {
        return { ok: true, result: await answer(call.params) };
      } catch (error) {
        if (error instanceof AppError && error.code !== 'no-answer') return failure(error);
        throw error;
      }
    },
  };
}

/** An answer that is a failure. */
export function fails(code: ErrorCode): Answer {
  return () => {
    throw new AppError(code);
  };
}
