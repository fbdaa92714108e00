import { useState } from 'preact/hooks';
import { MailHost, MailPort, MailSecurity } from '../../../../shared/contract/mail.ts';
import type { MailState } from '../../../../shared/contract/mail.ts';
import { Email } from '../../../../shared/contract/text.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { mailTexts as words } from '../../texts/admin-mail-en.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { useUnsaved } from '../form/use-unsaved.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

const fields = ['host', 'port', 'security', 'user', 'password', 'from'] as const;

type MailServerFormProps = { mail: MailState; onMail: (mail: MailState) => void };

/** Server, encryption, user, password and the address that mail comes from. Read-only where the environment has set it. */
export function MailServerForm({ mail, onMail }: MailServerFormProps) {
  const { model } = usePanel();
  const saved = { ...mail, port: String(mail.port), password: '' };
  const form = useForm(saved, (values) => ({
    ...findFaults(values, { host: [MailHost, words.wrong.host], from: [Email, words.wrong.from] }),
    ...findFaults({ port: Number(values.port) }, { port: [MailPort, words.wrong.port] }),
  }));
  const sending = useSending();
  const { values, set, faults } = form;
  useUnsaved(fields.some((field) => values[field].trim() !== saved[field]));
  if (mail.by === 'environment') return <EnvironmentRow mail={mail} />;
  const save = () => {
    if (!form.check()) return;
    void sending.run(async () => {
      const { host, port, security, user, password, from } = values;
      const setting = { host, port: Number(port), security, user, from };
      const changed = await model.server.call('mail.update', {
        ...setting,
        password: password === '' ? null : password,
      });
      form.sent(values);
      onMail(changed.mail);
      model.say(texts.unsaved.saved);
    });
  };
  return (
    <PanelForm id={form.id} onSave={save}>
      <FormRow title={words.server} hint={words.serverHint}>
        <TextInput
          label={words.host}
          value={values.host}
          onValue={(value) => set('host', value)}
          error={faults.host}
          autocomplete="off"
          spellcheck={false}
        />
        <Select
          label={words.security}
          value={values.security}
          onValue={(value) => set('security', value)}
          choices={MailSecurity.options.map((value) => ({ value, label: words.securities[value] }))}
        />
        <TextInput
          label={words.port}
          value={values.port}
          onValue={(value) => set('port', value)}
          inputMode="numeric"
          maxLength={5}
          error={faults.port}
        />
        <TextInput
          label={words.user}
          hint={words.userHint}
          value={values.user}
          onValue={(value) => set('user', value)}
          autocomplete="off"
          spellcheck={false}
        />
        <PasswordField
          label={words.password}
          hint={mail.hasPassword ? words.passwordKept : words.passwordHint}
          value={values.password}
          onValue={(value) => set('password', value)}
          autocomplete="new-password"
        />
        <TextInput
          label={words.from}
          type="email"
          value={values.from}
          onValue={(value) => set('from', value)}
          error={faults.from}
          autocomplete="off"
        />
        <Failure text={sending.failure} />
        <p class="admin-mail-ways">
          <Button type="submit" kind="primary" size="main" busy={sending.isBusy} busyText={texts.unsaved.saving}>
            {texts.unsaved.save}
          </Button>
          {mail.by === 'panel' && (
            <RemoveButton
              onMail={(removed) => {
                form.discard();
                onMail(removed);
              }}
            />
          )}
        </p>
      </FormRow>
    </PanelForm>
  );
}

function EnvironmentRow({ mail }: { mail: MailState }) {
  return (
    <FormRow title={words.server} hint={words.serverHint}>
      <Notice kind="info">{words.byEnvironment}</Notice>
      <p>
        {mail.host}:{mail.port} · {words.securities[mail.security]}
      </p>
      <p>
        {words.from} {mail.from}
      </p>
    </FormRow>
  );
}

function RemoveButton({ onMail }: Pick<MailServerFormProps, 'onMail'>) {
  const { model } = usePanel();
  const [isAsked, setAsked] = useState(false);
  const removing = useSending();
  const remove = () =>
    removing.run(async () => {
      const { mail } = await model.server.call('mail.remove', {});
      setAsked(false);
      onMail(mail);
      model.say(words.removed);
    });
  return (
    <>
      <Button kind="danger" size="main" onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      {isAsked && (
        <Dialog
          title={words.removeQuestion}
          harmless={words.keep}
          onHarmless={() => setAsked(false)}
          act={words.remove}
          actKind="danger"
          acting={removing.isBusy}
          actingText={words.removing}
          onAct={() => void remove()}
        >
          <p>{removing.failure ?? words.removeText}</p>
        </Dialog>
      )}
    </>
  );
}
