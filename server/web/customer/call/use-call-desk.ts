import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import type { CustomerModel } from '../customer-model.ts';
import { createCallDesk } from './call-desk.ts';
import type { CallDesk } from './call-desk.ts';

/** The call of a session, for as long as its page stands. `undefined` until the page is drawn. */
export function useCallDesk(model: CustomerModel, session: SessionId): CallDesk | undefined {
  const [desk, setDesk] = useState<CallDesk>();
  useEffect(() => {
    const made = createCallDesk({ model, session, origin: location.origin, tabStorage: () => sessionStorage });
    setDesk(made);
    return () => made.close();
  }, [model, session]);
  return desk;
}
