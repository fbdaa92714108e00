import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Links, RepContext } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { isOwnedBy } from '../sessions/reps-in.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Signalling } from './signalling-service.ts';

export interface ViewerHandlerNeeds {
  readonly sessions: Sessions;
  readonly signalling: Pick<Signalling, 'open' | 'markReady' | 'iceServers'>;
  readonly links: Pick<Links, 'toHost'>;
  readonly rights: Pick<Rights, 'require'>;
}

/** How a rep's viewer comes to the host's call. */
export function viewerHandlers({
  sessions,
  signalling,
  links,
  rights,
}: ViewerHandlerNeeds): Pick<Handlers<RepContract, RepContext>, 'link.open' | 'link.ready' | 'link.probe'> {
  return {
    async 'link.open'({ session }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      if (record.projection.ended !== null) throw new AppError('session-ended');
      // The owner was asked for theirs before the customer was; a guest looks on at what they have granted.
      if (!isOwnedBy(record, account.id)) await rights.require(account, ['view']);
      return signalling.open({ session, role: 'viewer', account: account.id });
    },
    'link.probe': (_nothing, { account }) => ({ iceServers: signalling.iceServers(`probe-${account.id}`) }),
    async 'link.ready'({ session, peer }, { account }) {
      await sessions.memberOf(account.id, session);
      signalling.markReady({ session, role: 'viewer', account: account.id }, peer);
      links.toHost(session, { type: 'viewer.ready', session, peer, account: account.id });
      return {};
    },
  };
}
