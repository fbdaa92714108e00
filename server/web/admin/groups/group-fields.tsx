import type { Role } from '../../../../shared/contract/account.ts';
import { inTreeOrder } from '../../../../shared/contract/group-tree.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { GroupId } from '../../../../shared/contract/identifiers.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { groupTexts as texts } from '../../texts/admin-groups-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { FormRow } from '../form/form-row.tsx';
import { chosenGroup, groupChoices, groupWords } from './group-choices.ts';

type GroupFieldsProps = {
  tree: GroupTree;
  role: Role;
  group: GroupId | null;
  leads: readonly GroupId[];
  onGroup: (group: GroupId | null) => void;
  onLeads: (leads: GroupId[]) => void;
};

/** Where an account stands, and for team leads whom they look after. */
export function GroupFields({ tree, role, group, leads, onGroup, onLeads }: GroupFieldsProps) {
  return (
    <>
      <FormRow title={texts.field} hint={texts.fieldHint}>
        <Select
          label={texts.field}
          labelUnseen
          value={group ?? ''}
          onValue={(value) => onGroup(chosenGroup(tree, value))}
          choices={groupChoices(tree, texts.none)}
        />
      </FormRow>
      {role === 'team-lead' && (
        <FormRow title={texts.leads} hint={texts.leadsHint}>
          {tree.length === 0 ? (
            <p class="rh-soft">{texts.noLeads}</p>
          ) : (
            <CheckList
              label={texts.leads}
              checks={inTreeOrder(tree).map(({ id }) => ({ id, name: groupWords(tree, id) }))}
              chosen={leads}
              onChosen={onLeads}
            />
          )}
        </FormRow>
      )}
    </>
  );
}
