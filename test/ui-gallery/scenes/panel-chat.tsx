import {
  Clock,
  Download,
  EllipsisVertical,
  Eye,
  Hand,
  Mic,
  MousePointer2,
  Paperclip,
  Phone,
  UserPlus,
  Zap,
} from 'lucide';
import { useState } from 'preact/hooks';
import { Band } from '../../../shared/ui/band.tsx';
import { Bubble } from '../../../shared/ui/bubble.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ChatLog } from '../../../shared/ui/chat-log.tsx';
import { Composer } from '../../../shared/ui/composer.tsx';
import { FileBubble } from '../../../shared/ui/file-bubble.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { LogLine } from '../../../shared/ui/log-line.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { PanelShell } from '../../../shared/ui/panel-shell.tsx';
import { PersonHead } from '../../../shared/ui/person-head.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { Strip } from './panel-strip.tsx';

export function PanelChatScene() {
  const [text, setText] = useState('Please print one form now. If it comes out, we send the other thirty-nine');
  const [tab, setTab] = useState<'chat' | 'screen' | 'tools' | 'report'>('chat');
  return (
    <PanelShell title="Marta Kowalenko" strip={<Strip current="marta" />} head={<SessionHead />} fill>
      <Tabs
        label="Session"
        value={tab}
        onValue={setTab}
        tabs={[
          { key: 'chat', label: 'Chat' },
          { key: 'screen', label: 'Screen' },
          { key: 'tools', label: 'Tools' },
          { key: 'report', label: 'Report' },
        ]}
        aside={
          <span style={{ display: 'inline-flex', gap: '6px', alignItems: 'center' }}>
            <Icon icon={Clock} size={14} /> 8:00
          </span>
        }
      >
        <ChatLog label="Chat with Marta Kowalenko" endKey={11} typing="Marta is writing">
          <Talk />
        </ChatLog>
        <Composer
          label="Reply to Marta"
          value={text}
          onValue={setText}
          onSend={() => setText('')}
          audience={
            <Menu
              label="Who reads it"
              items={[
                { key: 'all', label: 'To everyone', checked: true },
                { key: 'reps', label: 'Reps only', checked: false, keyHint: 'Alt W' },
              ]}
              onSelect={() => {}}
            >
              To everyone
            </Menu>
          }
          tools={
            <>
              <IconButton icon={Paperclip} label="Attach a file" />
              <IconButton icon={Zap} label="Replies and shortcuts" keyHint="/" />
              <IconButton icon={Mic} label="Speak" />
            </>
          }
        />
      </Tabs>
    </PanelShell>
  );
}

function SessionHead() {
  return (
    <>
      <PersonHead name="Marta Kowalenko" detail="West branch library · WEST-PC-07">
        <IconButton icon={Phone} label="Call" />
        <IconButton icon={UserPlus} label="Invite" />
        <IconButton icon={EllipsisVertical} label="More" />
      </PersonHead>
      <Band state="controlling" word="Controlling" detail="11:05 left">
        <Button>Release</Button>
        <Button>Stop</Button>
      </Band>
    </>
  );
}

function Talk() {
  const marta = 'Marta Kowalenko';
  const ines = 'Ines Halvorsen';
  return (
    <>
      <Bubble
        from="them"
        author={marta}
        time="10:02"
        text="Hello, since this morning nothing comes out of the printer. I have forty forms to hand out at eleven."
      />
      <Bubble
        from="me"
        author={ines}
        time="10:03"
        state="read"
        text="Good morning Marta, I am Ines. Let us get it printing before eleven. May I look at your screen?"
      />
      <LogLine icon={Eye} kind="consent" time="10:04">
        <b>Marta allowed</b> seeing the screen, 30 minutes
      </LogLine>
      <Bubble from="them" author={marta} time="10:05" text="It says Offline, but the lamp on the printer is green." />
      <Bubble
        from="me"
        repsOnly
        author="Tomasz Okonjo"
        time="10:05"
        text="West moved to the new print server on Monday. The old queue is dead, every branch PC has to be switched once."
      />
      <Bubble
        from="me"
        author={ines}
        time="10:06"
        state="read"
        text="Thank you. The computer still uses a printer that no longer exists. I would like to switch it, with your mouse. You can take it back at any moment."
      />
      <LogLine icon={MousePointer2} kind="consent" time="10:07">
        <b>Marta allowed</b> mouse and keyboard, 15 minutes
      </LogLine>
      <LogLine icon={Hand} kind="consent" time="10:08" times={3}>
        Paused by the customer’s own mouse
      </LogLine>
      <FileBubble
        from="me"
        name="West branch printers.pdf"
        size="214 kB"
        onOpen={() => {}}
        state={{ kind: 'done', text: 'Upload completed' }}
        action={<IconButton icon={Download} label="Save West branch printers.pdf" />}
      />
      <Bubble from="them" author={marta} time="10:09" text="Oh that is neat, I can see your arrow moving." />
    </>
  );
}
