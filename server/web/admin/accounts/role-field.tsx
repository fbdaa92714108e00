import type { Role } from '../../../../shared/contract/account.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { texts } from '../../texts/admin-en.ts';

const roles: readonly Role[] = ['representative', 'team-lead', 'administrator'];
const choices = roles.map((value) => ({ value, label: texts.roles[value] }));

/** What somebody may do, with what that means. */
export function RoleField({ value, onValue }: { value: Role; onValue: (role: Role) => void }) {
  return (
    <Select
      label={texts.names.role}
      hint={texts.accounts.roleHints[value]}
      value={value}
      onValue={onValue}
      choices={choices}
    />
  );
}
