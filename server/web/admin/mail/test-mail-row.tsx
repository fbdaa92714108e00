import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { Email } from '../../../../shared/contract/text.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { mailTexts as words } from '../../texts/admin-mail-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

/** Sends one mail now, and says what became of it. */
export function TestMailRow() {
  const { model, signedIn } = usePanel();
  const [to, setTo] = useState(signedIn.self.email);
  const [error, setError] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const sending = useSending();
  const send = () => {
    setSentTo(undefined);
    if (!v.is(Email, to)) return setError(words.wrong.to);
    void sending.run(async () => {
      await model.server.call('mail.test', { to });
      setSentTo(to);
    });
  };
  return (
    <PanelForm onSave={send}>
      <FormRow title={words.test} hint={words.testHint}>
        <TextInput
          label={words.testTo}
          type="email"
          value={to}
          onValue={(value) => {
            setTo(value);
            setError(undefined);
          }}
          error={error}
          autocomplete="email"
        />
        <p class="admin-mail-ways">
          <Button type="submit" size="main" busy={sending.isBusy} busyText={words.testing}>
            {words.testAct}
          </Button>
        </p>
        <Failure text={sending.failure} />
        {sentTo !== undefined && (
          <Notice kind="ok" alert>
            {words.tested(safeName(sentTo))}
          </Notice>
        )}
      </FormRow>
    </PanelForm>
  );
}
