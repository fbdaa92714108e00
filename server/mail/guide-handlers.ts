import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { connectAddress, linkAddress } from '../../shared/contract/connection-link.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { WaitingDoor } from '../../shared/contract/session.ts';
import type { Codes } from '../codes/code-service.ts';
import type { Clock } from '../config/clock.ts';
import type { RepContext } from '../edge/links.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { letters } from '../texts/letters-en.ts';
import type { Mail } from './mail-service.ts';

export interface GuideNeeds {
  readonly mail: Mail;
  readonly sessions: Pick<Sessions, 'ownedBy'>;
  readonly codes: Pick<Codes, 'liveCode'> & { liveLink(session: SessionId): Promise<WaitingDoor['link']> };
  readonly organisation: { get(): Promise<Organisation> };
  /** The address that people use, as it is set up: never what a request says about itself. */
  readonly origin: () => string;
  readonly clock: Clock;
}

/** A rep tells a customer by mail how to connect. */
export function guideHandlers(needs: GuideNeeds): Pick<Handlers<RepContract, RepContext>, 'codes.sendGuide'> {
  const { mail, sessions, codes, organisation, origin, clock } = needs;
  return {
    async 'codes.sendGuide'({ session, to }, { account }) {
      const { state } = await sessions.ownedBy(account.id, session);
      if (state === 'ended') throw new AppError('session-ended');
      if (state === 'live') throw new AppError('already-taken', { text: 'The customer has come in already.' });
      const live = await codes.liveCode(session);
      if (live === null) throw new AppError('code-refused', { text: 'The code is too old. Make another one first.' });
      const link = await codes.liveLink(session);
      const letter = letters.guide({
        organisation: (await organisation.get()).name,
        rep: account.displayName,
        code: live.code,
        minutes: Math.max(1, Math.floor((live.expiresAt - clock.now()) / 60_000)),
        address: connectAddress(origin()),
        link: link === null ? undefined : linkAddress(origin(), { token: link.token, device: 'computer' }),
      });
      const sent = await mail.isSetUp();
      if (sent) await mail.send({ to, ...letter, onBehalfOf: { is: 'account', id: account.id } });
      return { sent, ...letter };
    },
  };
}
