import { useState } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

/** Whether an account can sign in; disabling says first what will happen. */
export function StateRow({ account, onChanged }: { account: Account; onChanged: (account: Account) => void }) {
  const { model } = usePanel();
  const [isAsking, setAsking] = useState(false);
  const sending = useSending();
  const { disabled } = account;
  const name = safeName(account.fullName);
  const set = async (wanted: boolean) => {
    const changed = await model.server.call('accounts.setDisabled', { id: account.id, disabled: wanted });
    onChanged(changed.account);
    model.say(wanted ? texts.accounts.wasDisabled : texts.accounts.enabled);
  };
  return (
    <FormRow title={texts.accounts.state}>
      <p>{disabled ? texts.accounts.disabledText : texts.accounts.activeText}</p>
      <Failure text={sending.failure} />
      <div>
        {disabled ? (
          <Button onClick={() => void sending.run(() => set(false))}>{texts.accounts.enable}</Button>
        ) : (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {texts.accounts.disable}
          </Button>
        )}
      </div>
      {isAsking && (
        <Dialog
          title={texts.accounts.disableTitle(name)}
          harmless={texts.accounts.keep}
          onHarmless={() => setAsking(false)}
          act={texts.accounts.disableNow}
          actKind="danger"
          acting={sending.isBusy}
          actingText={texts.accounts.disabling}
          onAct={() => void sending.run(() => set(true)).then(() => setAsking(false))}
        >
          {texts.accounts.disableText(name).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Dialog>
      )}
    </FormRow>
  );
}
