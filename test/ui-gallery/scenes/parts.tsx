import { Camera, Clipboard, Eye, Hand, MousePointer2, Search, Send, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Avatar } from '../../../shared/ui/avatar.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Button, LinkButton } from '../../../shared/ui/button.tsx';
import { CodeInput } from '../../../shared/ui/code-input.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { KeyHint } from '../../../shared/ui/key-hint.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Ring } from '../../../shared/ui/ring.tsx';
import { Segments } from '../../../shared/ui/segments.tsx';
import { Combobox } from '../../../shared/ui/combobox.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Status } from '../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../shared/ui/status.tsx';
import { Switch } from '../../../shared/ui/switch.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';

const kinds: readonly (readonly [StatusKind, string])[] = [
  ['available', 'Available'],
  ['online', 'Online'],
  ['busy', 'Busy'],
  ['away', 'Away'],
  ['reservation', 'Reservation Only'],
  ['offline', 'Offline'],
  ['seeing', 'seeing'],
  ['controlling', 'controlling'],
  ['paused', 'paused'],
  ['chat', 'chat only'],
  ['code', 'waiting for a code'],
];

/** Every small component in every state, in both densities. */
export function PartsScene() {
  return (
    <main style={{ background: 'var(--surface)' }}>
      <h1 class="rh-unseen">Every component</h1>
      <Parts density="rep" />
      <Parts density="customer" />
    </main>
  );
}

function Parts({ density }: { density: 'rep' | 'customer' }) {
  const [on, setOn] = useState(true);
  const [term, setTerm] = useState<'15' | '30'>('15');
  const [isPen, setPen] = useState(true);
  return (
    <section data-density={density} style={{ padding: '24px', borderBottom: '1px solid var(--line)' }}>
      <h2>{density}</h2>
      <Row>
        <Button kind="primary">Accept</Button>
        <Button kind="primary" size="main" keyHint="Alt A">
          Accept
        </Button>
        <Button icon={Camera}>Snapshot</Button>
        <Button kind="quiet">Ask Ines first</Button>
        <Button kind="danger">End session</Button>
        <Button kind="danger-filled" icon={Trash2}>
          Delete account
        </Button>
        <Button kind="consent">Yes, for 15 minutes</Button>
        <Button kind="primary" icon={Send} busy busyText="Sending…">
          Send
        </Button>
        <Button disabledReason="Marta said no. Ask again in 30 s.">Ask again</Button>
        <LinkButton href="#download">Save the receipt</LinkButton>
        <Link href="#receipt">Your receipt</Link>
        <Link kind="danger">This feels wrong</Link>
      </Row>
      <Row>
        <IconButton icon={Eye} label="See the screen" keyHint="Alt V" />
        <IconButton icon={MousePointer2} label="Control" pressed={isPen} onClick={() => setPen(!isPen)} />
        <IconButton icon={Clipboard} label="Clipboard" size="toolbar" />
        <IconButton icon={Hand} label="Release" disabledReason="Nothing to release" />
        <IconButton icon={Search} label="Messages, 3 unread" count={3} />
        <Badge count={4} />
        <Badge count={128} kind="quiet" />
        <Tag>amber</Tag>
        <Tag kind="accent">Offered to you</Tag>
        <Tag kind="ok">same on both</Tag>
        <Tag kind="wait">nobody yet</Tag>
        <Tag kind="danger">failed</Tag>
        <Tag kind="live">controlling</Tag>
        <KeyHint keys="Ctrl K" />
        <Ring value={16} max={20} text="16" />
      </Row>
      <Row>
        {kinds.map(([kind, word]) => (
          <Status key={kind} kind={kind} word={word} />
        ))}
        <Status kind="busy" word="Busy" wordUnseen />
      </Row>
      <Row>
        <Avatar name="Ines Halvorsen" size={26} kind="staff" />
        <Avatar name="Marta Kowalenko" />
        <Avatar name="이순신" size={36} />
        <Avatar name="Ana" size={44} kind="staff" status={{ kind: 'online', word: 'Online' }} />
        <Avatar name="Ines Halvorsen" size={52} kind="staff" status={{ kind: 'busy', word: 'Busy' }} />
        <OutsideText text={'turned\u202Egpj.exe'} />
        <OutsideText as="file" text="A very long name of a file from the West branch of the library, version 12.pdf" />
      </Row>
      <Row>
        <Switch label="Count Away reps" hint="in the queue’s limit" checked={on} onChecked={setOn} />
        <Switch label="Off" checked={!on} onChecked={(checked) => setOn(!checked)} />
        <Switch label="Not permitted" checked={false} onChecked={() => {}} disabled />
        <Segments
          label="For how long"
          value={term}
          onValue={setTerm}
          segments={[
            { value: '15', label: '15 minutes' },
            { value: '30', label: '30' },
          ]}
        />
      </Row>
      <Fields />
    </section>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [code, setCode] = useState('48');
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', gap: '16px' }}>
      <TextInput label="Your name" value={text} onValue={setText} placeholder="Marta Kowalenko" />
      <TextInput label="Search" labelUnseen icon={Search} placeholder="Search" value={text} onValue={setText} />
      <TextInput
        label="E-mail"
        value="marta@"
        onValue={() => {}}
        error="Add what comes after the @, for example ostervale.example."
      />
      <TextInput label="Phone" optional hint="We call only when you ask for it." value={text} onValue={setText} />
      <TextInput label="Computer" value="WEST-PC-07" onValue={() => {}} disabled />
      <Select
        label="Reason"
        placeholder="Choose one"
        value=""
        onValue={() => {}}
        choices={[{ value: 'print', label: 'Nothing prints' }]}
      />
      <Incidents />
      <TextArea label="What happens" value={text} onValue={setText} />
      <CodeInput label="Code" value={code} onValue={setCode} hint="Spaces do not matter." />
    </div>
  );
}

function Incidents() {
  const [value, setValue] = useState<'print' | 'sound' | null>('print');
  const choices = [
    { value: 'print' as const, label: 'Printer › Paper jam' },
    { value: 'sound' as const, label: 'Sound' },
  ];
  return (
    <Combobox
      label="Incident"
      value={value}
      valueLabel={choices.find((choice) => choice.value === value)?.label ?? ''}
      onValue={setValue}
      choices={choices}
      placeholder="Type to search the incidents"
      nothingFits="No incident fits"
      clear="No incident"
      hint="Guessed from: paper, jam."
    />
  );
}

function Row({ children }: { children: ComponentChildren }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center', marginBlock: '16px' }}>
      {children}
    </div>
  );
}
