/**
 * The first administrator. The link works once, and never again after anybody was made administrator, by whatever path
 * it is reached: elsewhere a set-up page that came back through a path variant has cost every installation (H-12).
 */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { ChannelService } from '../channels/channel-service.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { hashSecret, newToken } from '../secrets/random.ts';
import type { SetUpLinkModel } from './set-up-link-model.ts';

const ONLY = 'set-up';
const FIRST_CHANNEL = { name: 'General', description: 'Any question' } as const;

export interface FirstAdministrator {
  readonly token: Token;
  readonly organisation: string;
  readonly fullName: string;
  readonly displayName: string;
  readonly userId: string;
  readonly password: string;
}

export interface SetUp {
  /** A fresh link's token, making older ones worthless; `undefined` once there is an administrator. */
  openLink(): Promise<Token | undefined>;
  isOpen(): Promise<boolean>;
  /** Throws `not-found` for a token that does not work (any more). */
  finish(first: FirstAdministrator): Promise<Account>;
}

export function createSetUp(parts: {
  readonly model: SetUpLinkModel;
  readonly accounts: AccountService;
  readonly channels: ChannelService;
  readonly organisation: OrganisationService;
}): SetUp {
  const { model, accounts, channels, organisation } = parts;
  const isOpen = async () => !(await accounts.hasAdministrator());
  const keep = (tokenHash: string) => model.updateOne({ _id: ONLY }, { $set: { tokenHash } }, { upsert: true });

  return {
    isOpen,

    async openLink() {
      if (!(await isOpen())) {
        await model.deleteOne({ _id: ONLY });
        return undefined;
      }
      const token = newToken();
      await keep(hashSecret(token));
      return token;
    },

    async finish({ token, organisation: name, ...person }) {
      const tokenHash = hashSecret(token);
      if (!(await isOpen())) throw gone();
      // Taken in one operation, so that of two people with the same link only one becomes administrator.
      if ((await model.findOneAndDelete({ _id: ONLY, tokenHash }).lean()) === null) throw gone();
      try {
        await organisation.rename(name);
        const general = await generalChannel(channels);
        // A member too, so that a founder who is alone can try everything.
        return await accounts.create({ ...person, email: '', role: 'administrator', channels: [general] });
      } catch (error) {
        await keep(tokenHash);
        throw error;
      }
    },
  };
}

/** It may be there from a set-up that broke off. */
async function generalChannel(channels: ChannelService) {
  const there = (await channels.list()).find(({ name }) => name === FIRST_CHANNEL.name);
  return (there ?? (await channels.create(FIRST_CHANNEL.name, FIRST_CHANNEL.description))).id;
}

function gone(): AppError {
  return new AppError('not-found', {
    text: 'This set-up link does not work any more. Sign in, or restart the server.',
  });
}
