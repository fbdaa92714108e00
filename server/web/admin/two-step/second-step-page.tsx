import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecoveryCodes as Codes } from '../../../../shared/contract/two-step.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { RecoveryCodes } from '../../../../shared/ui/recovery-codes.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { rules } from '../form/field-rules.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import type { PanelModel, SecondStep } from '../panel-model.ts';
import { StartFrame } from '../start/start-frame.tsx';
import { SecondStepField } from './second-step-field.tsx';
import { SetUpSteps } from './set-up-steps.tsx';

type SecondStepPageProps = { model: PanelModel; state: SecondStep };

/** After the right password: the code of the phone, or setting it up where the organisation asks for it. */
export function SecondStepPage({ model, state }: SecondStepPageProps) {
  const [codes, setCodes] = useState<Codes | null>(null);
  const words = texts.twoStep;
  const { organisation, step } = state;
  if (codes !== null)
    return (
      <StartFrame organisation={organisation} title={words.recovery.title} lead={words.recovery.lead}>
        <div class="admin-start-form">
          <RecoveryCodes codes={codes} words={words.recovery} />
          <div>
            <Button kind="primary" onClick={() => void model.open()}>
              {words.recovery.kept}
            </Button>
          </div>
        </div>
      </StartFrame>
    );
  const { title, lead } = step === 'code' ? words.code : words.enrol;
  return (
    <StartFrame organisation={organisation} title={title} lead={lead}>
      {step === 'code' ? (
        <CodeForm model={model} state={state} onCodes={setCodes} />
      ) : (
        <EnrolForm model={model} state={state} onCodes={setCodes} />
      )}
    </StartFrame>
  );
}

type FormProps = SecondStepPageProps & { onCodes: (codes: Codes | null) => void };

function useCode({ model, state, onCodes }: FormProps) {
  const form = useForm({ code: '' }, (values) => findFaults(values, { code: rules.code }));
  const sending = useSending();
  const send = (event: Event) => {
    event.preventDefault();
    if (form.check()) void sending.run(async () => onCodes(await model.finishSignIn(state.ticket, form.values.code)));
  };
  return { form, sending, send };
}

function CodeForm(props: FormProps) {
  const { form, sending, send } = useCode(props);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const words = texts.twoStep.code;
  return (
    <form id={form.id} class="admin-start-form" noValidate onSubmit={send}>
      <Failure text={sending.failure} />
      <div ref={box}>
        <SecondStepField value={form.values.code} onValue={(code) => form.set('code', code)} error={form.faults.code} />
      </div>
      <div class="admin-two-step-buttons">
        <Button type="submit" kind="primary" busy={sending.isBusy} busyText={words.doing}>
          {words.act}
        </Button>
        <Button kind="quiet" onClick={props.model.beginAnew}>
          {words.other}
        </Button>
      </div>
      <p class="admin-aside-words">{words.lost}</p>
    </form>
  );
}

function EnrolForm(props: FormProps) {
  const { model, state } = props;
  const { form, sending, send } = useCode(props);
  const { loaded } = useLoaded(() => model.enrol(state.ticket), state.ticket);
  const words = texts.twoStep;
  if (loaded.at === 'loading') return <Skeleton label={texts.loading} rows={4} />;
  const again = (
    <Button kind="quiet" onClick={model.beginAnew}>
      {words.code.other}
    </Button>
  );
  if (loaded.at === 'failed')
    return (
      <Notice kind="danger" alert action={again}>
        {errorWords(loaded.error)}
      </Notice>
    );
  return (
    <form id={form.id} class="admin-start-form" noValidate onSubmit={send}>
      <Failure text={sending.failure} />
      <SetUpSteps
        secret={loaded.value}
        code={form.values.code}
        onCode={(code) => form.set('code', code)}
        error={form.faults.code}
      />
      <div class="admin-two-step-buttons">
        <Button type="submit" kind="primary" busy={sending.isBusy} busyText={words.enrol.doing}>
          {words.enrol.act}
        </Button>
        {again}
      </div>
    </form>
  );
}
