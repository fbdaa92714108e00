import { QrCode } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { CodeInput } from '../../../shared/ui/code-input.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { footer, Language, ostervale } from './customer-head.tsx';

export function ConnectScene() {
  const [name, setName] = useState('Dorothea Lindqvist');
  const [code, setCode] = useState('4829');
  return (
    <PageShell
      organisation={ostervale}
      title="Connect to the person who helps you"
      lead="You have a code of six digits, from the phone or from a message."
      headEnd={
        <>
          <span class="rh-wide-only">
            <Link href="#ask">I have no code</Link>
          </span>
          <Language />
        </>
      }
      aside={<h2>Somebody is waiting for you</h2>}
      footer={footer}
    >
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '24px', maxWidth: '520px' }}>
        <div style={{ maxWidth: '300px' }}>
          <TextInput label="Your name" value={name} onValue={setName} autocomplete="name" />
        </div>
        <CodeInput
          label="Code"
          hint="Spaces do not matter. A code works once, for ten minutes."
          value={code}
          onValue={setCode}
          autofocus
        />
        <CodeInput
          label="Code, refused"
          error="This code does not work any more. Ask the person who helps you for another one."
          value="482913"
          onValue={() => {}}
        />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '20px', alignItems: 'center' }}>
          <Button kind="primary">Connect</Button>
          <Button kind="quiet" icon={QrCode}>
            Scan with the camera
          </Button>
        </div>
        <Notice kind="caution" title="Did a stranger call you and give you this code?">
          Close this page. We call only people who asked for help, and we never ask for money.
        </Notice>
      </div>
    </PageShell>
  );
}
