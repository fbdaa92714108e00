import { useState } from 'preact/hooks';
import { Role } from '../../../../shared/contract/account.ts';
import { texts } from '../../texts/admin-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { FormRow } from '../form/form-row.tsx';
import { UnsavedBar, useUnsaved } from '../form/unsaved-bar.tsx';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

/** Of which roles two-step sign-in is asked. */
export function SignInRulesPage() {
  const { model } = usePanel();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('twoStep.rules', {}), 'rules');
  if (loaded.at === 'ready') return <Rules saved={loaded.value.roles} onSaved={(roles) => replace({ roles })} />;
  return (
    <PanelPage section={paths.signInRules} title={texts.twoStep.rules.title}>
      <LoadState loaded={loaded} onRetry={reload} />
    </PanelPage>
  );
}

function Rules({ saved, onSaved }: { saved: readonly Role[]; onSaved: (roles: Role[]) => void }) {
  const { model } = usePanel();
  const [roles, setRoles] = useState<readonly Role[]>(saved);
  const sending = useSending();
  const words = texts.twoStep.rules;
  const isChanged = Role.options.some((role) => roles.includes(role) !== saved.includes(role));
  useUnsaved(isChanged);
  const save = async () => {
    onSaved((await model.server.call('twoStep.require', { roles: [...roles] })).roles);
    model.say(texts.unsaved.saved);
  };
  return (
    <PanelPage
      section={paths.signInRules}
      title={words.title}
      unsaved={
        isChanged ? (
          <UnsavedBar
            changes={[words.change]}
            sending={sending}
            onDiscard={() => setRoles(saved)}
            onSave={() => void sending.run(save)}
          />
        ) : undefined
      }
    >
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
