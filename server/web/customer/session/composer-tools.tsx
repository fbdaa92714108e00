import type { SessionHead } from '../../../../shared/contract/session.ts';
import { CallTools } from '../call/call-part.tsx';
import type { CallDesk } from '../call/call-desk.ts';
import type { CustomerModel } from '../customer-model.ts';

/** The icon buttons beside Send: what can be given to the rep beside words. */
export function ComposerTools({
  session,
  calls,
}: {
  model: CustomerModel;
  session: SessionHead;
  calls: CallDesk | undefined;
}) {
  return (
    <>
      <CallTools desk={calls} session={session} />
    </>
  );
}
