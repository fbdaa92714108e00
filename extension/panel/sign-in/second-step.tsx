import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecoveryCodes as Codes, TwoStepSecret } from '../../../shared/contract/two-step.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { RecoveryCodes } from '../../../shared/ui/recovery-codes.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { TotpSecret } from '../../../shared/ui/totp-secret.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useAttempt } from './use-attempt.ts';

type SecondStepProps = { step: 'code' | 'enrol'; onBegin: () => void };

/** After the right password: the code of the phone, or setting it up where the organisation asks for it. */
export function SecondStep({ step, onBegin }: SecondStepProps) {
  const { client } = useView();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<Codes | null>(null);
  const [secret, setSecret] = useState<TwoStepSecret | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const words = texts.twoStep[step];
  const { isBusy, failure, run } = useAttempt(texts.twoStep.code.wrong);

  useEffect(() => {
    if (step === 'enrol') void run(async () => setSecret(await client.call('account.enrol', {})));
    else form.current?.querySelector('input')?.focus();
  }, [step]);
  const send = () => run(async () => setCodes((await client.call('account.secondStep', { code })).recoveryCodes));

  if (codes !== null)
    return (
      <KeepCodes codes={codes} onKept={() => void run(async () => void (await client.call('account.goOn', {})))} />
    );
  return (
    <SignInFrame title={words.title} lead={words.lead} failure={failure}>
      <form
        ref={form}
        class="ext-sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {step === 'enrol' && <ForThePhone secret={secret} hasFailed={failure !== null} />}
        <TextInput
          name="code"
          label={texts.twoStep.code.label}
          hint={step === 'code' ? texts.twoStep.code.hint : undefined}
          value={code}
          onValue={setCode}
          autocomplete="one-time-code"
          inputMode={step === 'enrol' ? 'numeric' : 'text'}
          spellcheck={false}
          maxLength={40}
          required
        />
        <div class="ext-sign-in-buttons">
          <Button type="submit" kind="primary" size="main" busy={isBusy} busyText={words.doing}>
            {words.act}
          </Button>
          <Button kind="quiet" size="main" onClick={onBegin}>
            {texts.twoStep.code.other}
          </Button>
        </div>
        {step === 'code' && <p class="ext-sign-in-lead">{texts.twoStep.code.lost}</p>}
      </form>
    </SignInFrame>
  );
}

function ForThePhone({ secret, hasFailed }: { secret: TwoStepSecret | null; hasFailed: boolean }) {
  const words = texts.twoStep.enrol;
  if (secret === null) return hasFailed ? null : <Skeleton label={words.title} rows={4} />;
  return (
    <ol class="ext-sign-in-steps">
      <li>{words.steps.app}</li>
      <li>
        <p>{words.steps.scan}</p>
        <TotpSecret {...secret} words={words} />
      </li>
      <li>{words.steps.code}</li>
    </ol>
  );
}

function KeepCodes({ codes, onKept }: { codes: Codes; onKept: () => void }) {
  const words = texts.twoStep.recovery;
  return (
    <SignInFrame title={words.title} lead={words.lead}>
      <RecoveryCodes codes={codes} words={words} />
      <div>
        <Button kind="primary" size="main" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
    </SignInFrame>
  );
}
