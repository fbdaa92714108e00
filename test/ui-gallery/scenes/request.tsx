import { Hand, ImagePlus, Lock } from 'lucide';
import { useState } from 'preact/hooks';
import { Avatar } from '../../../shared/ui/avatar.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { RadioCards } from '../../../shared/ui/radio-cards.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Status } from '../../../shared/ui/status.tsx';
import { Steps } from '../../../shared/ui/steps.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { footer, Language, ostervale } from './customer-head.tsx';

const pair = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '20px' };

export function RequestScene() {
  const [channel, setChannel] = useState('printing');
  const [name, setName] = useState('Marta Kowalenko');
  const [mail, setMail] = useState('m.kowalenko@ostervale.example');
  const [phone, setPhone] = useState('+1 555 0142');
  const [reason, setReason] = useState('print');
  const [words, setWords] = useState(
    'Since this morning nothing comes out of the printer. I have forty forms to hand out at eleven.',
  );
  return (
    <PageShell
      organisation={ostervale}
      title="Get help with your computer"
      lead="Tell us what is wrong. A person answers you here, on this page."
      headEnd={
        <>
          <span class="rh-wide-only">
            <Link href="#code">I have a code</Link>
          </span>
          <Language />
        </>
      }
      aside={<Aside />}
      footer={footer}
    >
      <Notice title="Known problem:" action={<Link>Tell me when it is fixed</Link>}>
        printing from the West branch is slow this morning. We are working on it.
      </Notice>
      <RadioCards
        label="What is it about?"
        value={channel}
        onValue={setChannel}
        cards={[
          {
            value: 'printing',
            title: 'Printing and scanning',
            detail: 'Nothing prints, the scanner is not found',
            status: { kind: 'available', word: 'Available', note: 'Somebody is free now' },
          },
          {
            value: 'software',
            title: 'Software',
            detail: 'Office programs, e-mail, the city’s own programs',
            status: { kind: 'busy', word: 'Busy', note: 'About 4 to 7 minutes' },
          },
          {
            value: 'accounts',
            title: 'Accounts and passwords',
            detail: 'Signing in, access, licences',
            status: { kind: 'reservation', word: 'Reservation Only', note: 'Choose a time for a call' },
          },
          {
            value: 'hardware',
            title: 'Hardware',
            detail: 'Screens, keyboards, card readers, phones',
            status: { kind: 'offline', word: 'Offline', note: 'Opens at 13:00 your time' },
          },
        ]}
      />
      <div style={pair}>
        <TextInput label="Your name" value={name} onValue={setName} autocomplete="name" />
        <TextInput label="E-mail" type="email" value={mail} onValue={setMail} autocomplete="email" />
        <TextInput label="Phone" optional type="tel" value={phone} onValue={setPhone} autocomplete="tel" />
        <Select
          label="Reason"
          value={reason}
          onValue={setReason}
          choices={[
            { value: 'print', label: 'Nothing prints' },
            { value: 'scan', label: 'The scanner is not found' },
          ]}
        />
      </div>
      <TextArea label="What happens, in your words" value={words} onValue={setWords} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '20px', alignItems: 'center' }}>
        <Button kind="primary">Ask for help</Button>
        <Link icon={ImagePlus}>Add a picture of the problem</Link>
      </div>
    </PageShell>
  );
}

function Aside() {
  const line = { display: 'flex', gap: '12px', color: 'var(--text-soft)' };
  return (
    <>
      <h2>What happens next</h2>
      <Steps
        label="What happens next"
        steps={[
          { title: 'You wait here', text: 'You see your place, and for how long.' },
          { title: 'You chat with a person', text: 'Nothing to install.' },
          { title: 'You show your screen, if it helps', text: 'Only after your yes, each time.' },
        ]}
      />
      <hr />
      <p style={line}>
        <Icon icon={Hand} size={18} /> You can stop everything with one button, at any moment.
      </p>
      <p style={line}>
        <Icon icon={Lock} size={18} /> We never ask for a password, a card number or money.
      </p>
      <h2>On duty now</h2>
      <p style={{ display: 'flex', gap: '12px', alignItems: 'center' }}>
        <Avatar name="Ines Halvorsen" size={26} kind="staff" /> Ines Halvorsen
        <span style={{ marginInlineStart: 'auto' }}>
          <Status kind="online" word="Online" />
        </span>
      </p>
      <p style={{ display: 'flex', gap: '12px', alignItems: 'center' }}>
        <Avatar name="Tomasz Okonjo" size={26} kind="staff" /> Tomasz Okonjo
        <span style={{ marginInlineStart: 'auto' }}>
          <Status kind="busy" word="Busy" />
        </span>
      </p>
    </>
  );
}
