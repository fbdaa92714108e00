import { useEffect, useState } from 'preact/hooks';
import type * as v from 'valibot';
import type { HostOffer } from '../../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import type { CustomerModel } from '../customer-model.ts';

type Offer = v.InferOutput<typeof HostOffer>;

const ASK_AGAIN_MS = 3000;

/** What there is for this computer. Asked again while it is being prepared, and when no answer came. */
export function useHostOffer(model: CustomerModel, session: SessionId): Offer | undefined {
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await offerOrNothing(model, session);
      if (!isHere) return;
      if (answer !== undefined) setOffer(answer);
      if (answer === undefined || answer.preparing) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [model, session]);
  return offer;
}

async function offerOrNothing(model: CustomerModel, session: SessionId): Promise<Offer | undefined> {
  try {
    return await model.server.call('host.offer', { session });
  } catch (error) {
    // No answer: the page says so itself, and this is asked again.
    if (!(error instanceof AppError)) throw error;
    return undefined;
  }
}
