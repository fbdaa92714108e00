import { useState } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { calendarDay } from '../../../../shared/ui/format-time.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { useLoaded } from '../frame/use-loaded.ts';

/** Somebody's second step, and taking it away after a lost phone; says first what will happen. */
export function AccountTwoStepRow({ account }: { account: Account }) {
  const { model } = usePanel();
  const { id } = account;
  const { loaded, reload, replace } = useLoaded(
    () => model.server.call('accounts.twoStep', { id }),
    `${id} ${account.role}`,
  );
  const [isAsking, setAsking] = useState(false);
  const sending = useSending();
  const words = texts.twoStep.account;
  const name = safeName(account.fullName);
  const reset = async () => {
    replace(await model.server.call('accounts.resetTwoStep', { id }));
    model.say(words.wasReset);
  };
  const requireIt = async (required: boolean) =>
    replace(await model.server.call('accounts.requireTwoStep', { id, required }));
  const state = loaded.at === 'ready' ? loaded.value.twoStep : undefined;
  return (
    <FormRow title={texts.twoStep.title}>
      <LoadState loaded={loaded} onRetry={reload} />
      {state?.since === null && <p>{state.isRequired ? words.required : words.off}</p>}
      {typeof state?.since === 'number' && (
        <>
          <p>{words.on(calendarDay(state.since), state.recoveryLeft)}</p>
          <div>
            <Button kind="danger" onClick={() => setAsking(true)}>
              {words.reset}
            </Button>
          </div>
        </>
      )}
      {state !== undefined && (
        <Switch
          label={words.ask}
          hint={state.isRequired && !state.isRequiredHere ? words.askedByRole : words.askHint}
          checked={state.isRequiredHere}
          disabled={sending.isBusy}
          onChecked={(required) => void sending.run(() => requireIt(required))}
        />
      )}
      <Failure text={sending.failure} />
      {isAsking && (
        <Dialog
          title={words.resetTitle(name)}
          harmless={words.keep}
          onHarmless={() => setAsking(false)}
          act={words.resetNow}
          actKind="danger"
          acting={sending.isBusy}
          actingText={words.resetting}
          onAct={() => void sending.run(reset).then(() => setAsking(false))}
        >
          {words.resetText(name).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Dialog>
      )}
    </FormRow>
  );
}
