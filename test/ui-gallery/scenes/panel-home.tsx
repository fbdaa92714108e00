import { ChevronDown, FilePen, Phone, User } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { Figures } from '../../../shared/ui/figures.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { KeyLine } from '../../../shared/ui/key-line.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { PanelShell } from '../../../shared/ui/panel-shell.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { StatusShape } from '../../../shared/ui/status.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { Rooms, Strip } from './panel-strip.tsx';

export function PanelHomeScene() {
  const [name, setName] = useState('');
  return (
    <PanelShell
      title="Home"
      strip={<Strip current="home" />}
      head={<Rooms current="home" />}
      foot={
        <KeyLine
          keys={[
            { keys: 'Ctrl K', text: 'Do anything' },
            { keys: '?', text: 'All keys' },
          ]}
        />
      }
    >
      <div style={{ display: 'flex', gap: '8px', padding: '16px 12px' }}>
        <div style={{ flex: 1 }}>
          <TextInput
            label="Customer’s name"
            labelUnseen
            placeholder="Customer’s name"
            icon={User}
            value={name}
            onValue={setName}
          />
        </div>
        <span class="rh-split">
          <Button kind="primary" size="main" keyHint="N">
            Start Session
          </Button>
          <Menu
            label="More ways to start"
            kind="primary"
            size="main"
            items={[{ key: 'link', label: 'By link', icon: ChevronDown }]}
            onSelect={() => {}}
          />
        </span>
      </div>
      <Section title="Waiting now" aside={<Link href="#requests">All requests</Link>} flush>
        <List label="Waiting by channel" plain>
          <ListRow start={<StatusShape kind="busy" label="Busy" />} title="Software" end="3" />
          <ListRow start={<StatusShape kind="busy" label="Busy" />} title="Hardware" end="1" endKind="late" />
          <ListRow start={<StatusShape kind="available" label="Available" />} title="Printing and scanning" end="0" />
        </List>
      </Section>
      <Section title="Reservations today" aside={<Link href="#all">All 5</Link>} flush>
        <List label="Reservations today" plain>
          <ListRow
            start="11:30"
            title="Sunil Weeratunga"
            detail="Scanner sends empty pages"
            action={<Button icon={Phone}>Call back</Button>}
            actionStays
          />
          <ListRow
            start="14:00"
            title="Elif Korhan"
            detail="New laptop asks for a licence"
            action={<Button icon={Phone}>Call back</Button>}
            actionStays
          />
        </List>
      </Section>
      <Section title="To finish" flush>
        <List label="Reports to finish" plain>
          <ListRow
            start={<Icon icon={FilePen} />}
            title="Report for Hanne Brekke"
            detail="Filled from the log at 09:41, not saved yet"
            action={<Button>Open</Button>}
            actionStays
          />
        </List>
      </Section>
      <Section title="You, today">
        <Figures
          figures={[
            { label: 'sessions', value: '7' },
            { label: 'average', value: '11:20' },
            { label: 'rating, of 5', value: '4.8' },
            { label: 'missed offers', value: '0' },
          ]}
        />
      </Section>
    </PanelShell>
  );
}
