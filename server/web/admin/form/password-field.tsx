import { Dices } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Field } from '../../../../shared/ui/field.tsx';
import { texts } from '../../texts/admin-en.ts';
import { judgePassword, makePassword } from './password.ts';
import type { PasswordStrength } from './password.ts';

// Whole objects, because Preact's types tell each input type apart and accept no union of them.
const shown = { type: 'text' } as const;
const hidden = { type: 'password' } as const;

type PasswordFieldProps = {
  label: string;
  value: string;
  onValue: (value: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  autocomplete: 'new-password' | 'current-password';
  /** Given for a new password: says in words how hard it is to guess for who knows these names. */
  names?: readonly string[] | undefined;
  /** Offers to make one, which is then in sight. */
  canMake?: boolean | undefined;
};

/** A password that can be shown while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, value, onValue, error, autocomplete, names, canMake } = props;
  const [isShown, setShown] = useState(false);
  const hint = names === undefined ? props.hint : strengthWords(judgePassword(value, names));
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <span class="admin-password">
          <input
            {...control}
            class="rh-input"
            {...(isShown ? shown : hidden)}
            value={value}
            autocomplete={autocomplete}
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <Button
            size="main"
            aria-label={`${isShown ? texts.password.hide : texts.password.show}: ${label}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? texts.password.hide : texts.password.show}
          </Button>
          {canMake === true && (
            <Button
              size="main"
              icon={Dices}
              onClick={() => {
                onValue(makePassword());
                setShown(true);
              }}
            >
              {texts.password.make}
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}

function strengthWords(strength: PasswordStrength): string {
  const { strengths } = texts.password;
  return strength.at === 'short' ? strengths.short(strength.missing) : strengths[strength.at];
}
