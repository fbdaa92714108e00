import { tools } from '../../../../shared/contract/right.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { rightTexts as texts } from '../../texts/admin-rights-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';
import { LoadState } from '../frame/load-state.tsx';
import { useLoaded } from '../frame/use-loaded.ts';

/** What an account may not use, and the way to change it. */
export function RightsRow({ account }: { account: AccountId }) {
  const { model, router } = usePanel();
  const { loaded, reload } = useLoaded(() => model.server.call('rights.of', { id: account }), account);
  const denied =
    loaded.at === 'ready' ? loaded.value.rights.filter(({ tool, allowed }) => tools[tool].isThere && !allowed) : [];
  return (
    <FormRow title={texts.row} hint={texts.rowHint}>
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <p>
          {denied.length === 0
            ? texts.allAllowed
            : texts.denied(denied.map(({ tool }) => texts.tools[tool].name).join(', '))}
        </p>
      )}
      <div>
        <Button onClick={() => router.go(`${paths.rights}?of=account:${account}`)}>{texts.open}</Button>
      </div>
    </FormRow>
  );
}
