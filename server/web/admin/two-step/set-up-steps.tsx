import type { TwoStepSecret } from '../../../../shared/contract/two-step.ts';
import { TotpSecret } from '../../../../shared/ui/totp-secret.tsx';
import { texts } from '../../texts/admin-en.ts';
import { SecondStepField } from './second-step-field.tsx';
import './two-step.css';

type SetUpStepsProps = {
  secret: TwoStepSecret;
  code: string;
  onCode: (code: string) => void;
  error: string | undefined;
};

/** How an authenticator app gets to know the account, down to its first code. */
export function SetUpSteps({ secret, code, onCode, error }: SetUpStepsProps) {
  const { steps, picture, byHand } = texts.twoStep.enrol;
  return (
    <ol class="admin-two-step-steps">
      <li>{steps.app}</li>
      <li>
        <p>{steps.scan}</p>
        <TotpSecret {...secret} words={{ picture, byHand }} />
      </li>
      <li>
        <p>{steps.code}</p>
        <SecondStepField value={code} onValue={onCode} error={error} isDigits />
      </li>
    </ol>
  );
}
