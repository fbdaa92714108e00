/** Accounts out as a file, and what a file would change. It is applied line by line, by the operations that an administrator's own hand uses. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { adminAccountFileOperations } from '../../shared/contract/account-file.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { ChannelService } from '../channels/channel-service.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import { accountsCsv } from './account-cells.ts';
import { planImport } from './plan-import.ts';
import { readAccountFile } from './read-account-file.ts';

export function createAccountFileHandlers(parts: {
  readonly accounts: Pick<AccountService, 'list'>;
  readonly channels: Pick<ChannelService, 'list'>;
  readonly groups: Pick<GroupDirectory, 'tree'>;
}): Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminAccountFileOperations> {
  const known = async () => {
    const [accounts, channels, groups] = await Promise.all([
      parts.accounts.list(),
      parts.channels.list(),
      parts.groups.tree(),
    ]);
    return { accounts, channels, groups };
  };
  return {
    'accounts.export': async () => {
      const { accounts, ...directory } = await known();
      return { fileName: 'accounts.csv', text: accountsCsv(accounts, directory) };
    },
    'accounts.planImport': async ({ text }, { account }) => {
      const { lines, ignored } = readAccountFile(text);
      const plan = planImport(lines, { ...(await known()), self: account.id });
      return { lines: plan, ignored: ignored.map((head) => head.slice(0, 60)) };
    },
  };
}
