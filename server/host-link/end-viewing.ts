import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Links } from '../edge/links.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Signalling } from '../signalling/signalling-service.ts';

/** Ends what one rep sees of the screen in a session. Whoever else looks on is closed too, and comes back at once. */
export function createEndViewing(needs: {
  readonly signalling: Pick<Signalling, 'close'>;
  readonly links: Pick<Links, 'toHost'>;
  readonly revocations: (record: SessionRecord) => Promise<number>;
}) {
  return async (record: SessionRecord, rep: AccountId): Promise<void> => {
    const { _id: session } = record;
    needs.signalling.close((party) => party.role === 'viewer' && party.session === session && party.account === rep);
    // Signalling alone would not do: a viewer that is linked already reaches the host without the server.
    const revocations = await needs.revocations(record);
    needs.links.toHost(session, { type: 'viewers.revoked', session, revocations });
  };
}
