import { useState } from 'preact/hooks';
import type { RecoveryCodes as Codes, TwoStepSecret, TwoStepState } from '../../../../shared/contract/two-step.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { calendarDay } from '../../../../shared/ui/format-time.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { RecoveryCodes } from '../../../../shared/ui/recovery-codes.tsx';
import { texts } from '../../texts/admin-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { OwnPasswordForm } from './own-password-form.tsx';
import { OwnSetUp } from './own-set-up.tsx';

/** What stands in the row below the state. */
type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'asking'; readonly what: 'begin' | 'renew' | 'end' }
  | { readonly at: 'set-up'; readonly secret: TwoStepSecret }
  | { readonly at: 'codes'; readonly codes: Codes };

/** The own second step: set up, given new recovery codes, switched off. */
export function OwnTwoStepRow() {
  const { model } = usePanel();
  const { loaded, reload } = useLoaded(() => model.server.call('self.twoStep', {}), 'two-step');
  return (
    <FormRow title={texts.twoStep.title} hint={texts.twoStep.hint}>
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && <Ready state={loaded.value.twoStep} onChanged={reload} />}
    </FormRow>
  );
}

function Ready({ state, onChanged }: { state: TwoStepState; onChanged: () => void }) {
  const { model } = usePanel();
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const words = texts.twoStep.own;
  const rest = () => setStage({ at: 'rest' });
  const show = (codes: Codes) => {
    setStage({ at: 'codes', codes });
    onChanged();
  };
  const act = {
    begin: async (password: string) =>
      setStage({ at: 'set-up', secret: await model.server.call('self.beginTwoStep', { password }) }),
    renew: async (password: string) =>
      show((await model.server.call('self.renewRecovery', { password })).recoveryCodes),
    end: async (password: string) => {
      await model.server.call('self.endTwoStep', { password });
      rest();
      onChanged();
      model.say(words.isOff);
    },
  };
  return (
    <>
      <Standing state={state} />
      {stage.at === 'rest' && <Choices state={state} onAsk={(what) => setStage({ at: 'asking', what })} />}
      {stage.at === 'asking' && <OwnPasswordForm what={stage.what} onSend={act[stage.what]} onCancel={rest} />}
      {stage.at === 'set-up' && <OwnSetUp secret={stage.secret} onDone={show} onCancel={rest} />}
      {stage.at === 'codes' && (
        <>
          <p>{texts.twoStep.recovery.lead}</p>
          <RecoveryCodes codes={stage.codes} words={texts.twoStep.recovery} />
          <div>
            <Button kind="primary" onClick={rest}>
              {texts.twoStep.recovery.kept}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Standing({ state }: { state: TwoStepState }) {
  const words = texts.twoStep.own;
  if (state.since !== null)
    return (
      <p>
        {words.on(calendarDay(state.since))} {words.left(state.recoveryLeft)}
      </p>
    );
  return (
    <>
      {state.resetAt !== null && <Notice kind="caution">{words.reset(calendarDay(state.resetAt))}</Notice>}
      <p>{state.isRequired ? words.required : words.off}</p>
    </>
  );
}

function Choices({ state, onAsk }: { state: TwoStepState; onAsk: (what: 'begin' | 'renew' | 'end') => void }) {
  const words = texts.twoStep.own;
  return (
    <div class="admin-two-step-buttons">
      {state.since === null ? (
        <Button onClick={() => onAsk('begin')}>{words.begin}</Button>
      ) : (
        <>
          <Button onClick={() => onAsk('renew')}>{words.renew}</Button>
          {!state.isRequired && (
            <Button kind="danger" onClick={() => onAsk('end')}>
              {words.end}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
