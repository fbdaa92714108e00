import { useState } from 'preact/hooks';
import { Role } from '../../../../shared/contract/account.ts';
import { texts } from '../../texts/admin-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

/** Of which roles two-step sign-in is asked. */
export function SignInRulesPage() {
  const { model } = usePanel();
  const asked = useLoaded(() => model.server.call('twoStep.rules', {}), 'rules');
  return (
    <LoadedPage asked={asked} section={paths.signInRules} title={texts.twoStep.rules.title}>
      {({ roles }) => <Rules saved={roles} onSaved={(now) => asked.replace({ roles: now })} />}
    </LoadedPage>
  );
}

function Rules({ saved, onSaved }: { saved: readonly Role[]; onSaved: (roles: Role[]) => void }) {
  const { model } = usePanel();
  const [roles, setRoles] = useState<readonly Role[]>(saved);
  const words = texts.twoStep.rules;
  const isChanged = Role.options.some((role) => roles.includes(role) !== saved.includes(role));
  const saving = useSaving({
    changes: isChanged ? [words.change] : [],
    form: { discard: () => setRoles(saved) },
    store: async () => onSaved((await model.server.call('twoStep.require', { roles: [...roles] })).roles),
  });
  return (
    <PanelPage section={paths.signInRules} title={words.title} unsaved={saving.bar}>
      <FormRow title={words.row} hint={words.hint}>
        <CheckList
          label={words.list}
          checks={Role.options.map((id) => ({ id, name: texts.roles[id] }))}
          chosen={roles}
          onChosen={setRoles}
        />
        <p class="rh-soft">{words.hold}</p>
      </FormRow>
    </PanelPage>
  );
}
