import { useState } from 'preact/hooks';
import { extensionPaths } from '../../../shared/contract/extension-packages.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { packedFor } from '../../platform/packed-for.ts';
import { requestServerPermission } from '../../platform/server-permission.ts';
import { isReadableOnTheWay, serverOrigin } from '../../port/server-address.ts';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { PinHint } from '../pin-hint.tsx';
import { SecondStep } from './second-step.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useAttempt } from './use-attempt.ts';

type SignInProps = {
  server: string;
  userId: string;
  /** Why the rep is no longer signed in. */
  because: string | null;
};

/** Server, user ID, password. Every way it can fail is told in a sentence that says what to do. */
export function SignIn({ server: lastServer, userId: lastUserId, because }: SignInProps) {
  const { client } = useView();
  const [server, setServer] = useState(() => lastServer || ownServer());
  const [userId, setUserId] = useState(lastUserId);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'code' | 'enrol' | null>(null);
  const words = texts.signIn;
  const attempt = useAttempt(words.incomplete, because);
  const address = serverOrigin(server);

  const signIn = () => {
    if (address === undefined) return attempt.fail(words.noAddress);
    return void attempt.run(async () => {
      // First of all, while the press of the button still counts as one for the browser's own question.
      if (await requestServerPermission(address)) {
        const { next } = await client.call('account.signIn', { server: address, userId, password });
        setPassword('');
        setStep(next);
      } else attempt.fail(words.notPermitted(new URL(address).host));
    });
  };

  if (step !== null) return <SecondStep step={step} onBegin={() => setStep(null)} />;
  return (
    <SignInFrame title={words.title} lead={words.lead} failure={attempt.failure}>
      <form
        class="ext-sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          signIn();
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
        <Button type="submit" kind="primary" size="main" busy={attempt.isBusy} busyText={words.signingIn}>
          {words.signIn}
        </Button>
      </form>
      {address !== undefined && (
        <p class="ext-sign-in-buttons">
          <Link href={address} target="_blank">
            {words.needHelp}
          </Link>
          <Link href={address + extensionPaths.page} target="_blank">
            {words.otherBrowsers}
          </Link>
        </p>
      )}
      <PinHint />
    </SignInFrame>
  );
}

/** Whoever got the extension from their server need not know its address. */
function ownServer(): string {
  return serverOrigin(packedFor() ?? '') ?? '';
}
