import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import { letters } from '../texts/letters-en.ts';
import type { Mail } from './mail-service.ts';
import type { MailSettings } from './mail-settings.ts';

export interface MailHandlerNeeds {
  readonly settings: MailSettings;
  readonly mail: Mail;
  readonly organisation: { get(): Promise<Organisation> };
}

type Handled = 'mail.get' | 'mail.update' | 'mail.remove' | 'mail.test';

/** What an administrator sets and tries. */
export function mailHandlers({
  settings,
  mail,
  organisation,
}: MailHandlerNeeds): Pick<Handlers<AdminContract, AdminContext>, Handled> {
  const state = async () => ({ mail: await settings.state() });
  return {
    'mail.get': state,
    async 'mail.update'(setting) {
      await settings.update(setting);
      return state();
    },
    async 'mail.remove'() {
      await settings.remove();
      return state();
    },
    async 'mail.test'({ to }, { account }) {
      const { name } = await organisation.get();
      await mail.send({ to, ...letters.test(name), onBehalfOf: { is: 'account', id: account.id } });
      return {};
    },
  };
}
