/** Sends an invitation, to each recipient apart, so that nobody reads who else got it. */
import { AppError } from '../../shared/contract/errors.ts';
import type { InvitationForm, OwnInvitation } from '../../shared/contract/invitation.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { Mail } from '../mail/mail-service.ts';
import { letters } from '../texts/letters-en.ts';

export interface Postman {
  /** Counted against the customer's network address. Never rejects for what the mail server says: each recipient has their own outcome. */
  deliver(
    invitation: OwnInvitation,
    form: Pick<InvitationForm, 'message'>,
    addresses: readonly string[],
    address: string,
  ): Promise<OwnInvitation['recipients']>;
}

export function createPostman(needs: {
  readonly mail: Mail;
  readonly organisation: { get(): Promise<Organisation> };
}): Postman {
  const { mail, organisation } = needs;
  return {
    async deliver({ name, link, code }, { message }, addresses, address) {
      const letter = letters.invitation({ organisation: (await organisation.get()).name, name, message, link, code });
      return Promise.all(
        addresses.map(async (to) => {
          try {
            await mail.send({ to, ...letter, onBehalfOf: { is: 'customer', id: address } });
            return { to, sent: true };
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            return { to, sent: false };
          }
        }),
      );
    },
  };
}
