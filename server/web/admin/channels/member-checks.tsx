import type { Account } from '../../../../shared/contract/account.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { texts } from '../../texts/admin-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { FormRow } from '../form/form-row.tsx';

type MemberChecksProps = {
  accounts: readonly Account[];
  chosen: readonly AccountId[];
  onChosen: (chosen: AccountId[]) => void;
};

/** Who answers in a channel. */
export function MemberChecks({ accounts, chosen, onChosen }: MemberChecksProps) {
  return (
    <FormRow title={texts.channels.members} hint={texts.channels.membersHint}>
      <CheckList
        label={texts.channels.members}
        checks={accounts.map((account) => ({
          id: account.id,
          name: account.fullName,
          note: account.disabled ? texts.accounts.disabled : texts.roles[account.role],
          mark: <Avatar name={account.fullName} pictureUrl={account.picture ?? undefined} kind="staff" size={26} />,
        }))}
        chosen={chosen}
        onChosen={onChosen}
      />
    </FormRow>
  );
}
