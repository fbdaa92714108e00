import { useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { requestServerPermission } from '../../platform/server-permission.ts';
import { isReadableOnTheWay, serverOrigin } from '../../port/server-address.ts';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { PinHint } from '../pin-hint.tsx';
import { SecondStep } from './second-step.tsx';
import './sign-in.css';

type SignInProps = {
  server: string;
  userId: string;
  /** Why the rep is no longer signed in. */
  because: string | null;
};

/** Server, user ID, password. Every way it can fail is told in a sentence that says what to do. */
export function SignIn({ server: lastServer, userId: lastUserId, because }: SignInProps) {
  const { client } = useView();
  const [server, setServer] = useState(lastServer);
  const [userId, setUserId] = useState(lastUserId);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string | null>(because);
  const [isBusy, setBusy] = useState(false);
  const [step, setStep] = useState<'code' | 'enrol' | null>(null);
  const words = texts.signIn;
  const address = serverOrigin(server);

  const signIn = async () => {
    if (address === undefined) return setFailure(words.noAddress);
    setBusy(true);
    setFailure(null);
    try {
      // First of all, while the press of the button still counts as one for the browser's own question.
      if (await requestServerPermission(address)) {
        const { next } = await client.call('account.signIn', { server: address, userId, password });
        setPassword('');
        setStep(next);
      } else setFailure(words.notPermitted(new URL(address).host));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFailure(error.code === 'invalid' ? words.incomplete : error.message);
    } finally {
      setBusy(false);
    }
    return undefined;
  };

  if (step !== null) return <SecondStep step={step} onBegin={() => setStep(null)} />;
  return (
    <main class="ext-sign-in" data-density="rep">
      <h1 class="ext-sign-in-title">{words.title}</h1>
      <p class="ext-sign-in-lead">{words.lead}</p>
      {failure !== null && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      <form
        class="ext-sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextInput
          name="server"
          label={words.server}
          hint={words.serverHint}
          value={server}
          onValue={setServer}
          autocomplete="off"
          spellcheck={false}
          required
        />
        {address !== undefined && isReadableOnTheWay(address) && <Notice>{words.readableOnTheWay}</Notice>}
        <TextInput
          name="userId"
          label={words.userId}
          value={userId}
          onValue={setUserId}
          autocomplete="username"
          spellcheck={false}
          required
        />
        <TextInput
          name="password"
          type="password"
          label={words.password}
          value={password}
          onValue={setPassword}
          autocomplete="current-password"
          required
        />
        <Button type="submit" kind="primary" size="main" busy={isBusy} busyText={words.signingIn}>
          {words.signIn}
        </Button>
      </form>
      <PinHint />
    </main>
  );
}
