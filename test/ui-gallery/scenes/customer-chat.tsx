import { Ban, CircleAlert, Eye, EyeOff, Hand, MousePointer2, UserRoundCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { Bubble } from '../../../shared/ui/bubble.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ChatLog } from '../../../shared/ui/chat-log.tsx';
import { Composer } from '../../../shared/ui/composer.tsx';
import { ConsentSheet } from '../../../shared/ui/consent-sheet.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { LogLine } from '../../../shared/ui/log-line.tsx';
import { PageShell } from '../../../shared/ui/page-shell.tsx';
import { PersonHead } from '../../../shared/ui/person-head.tsx';
import { Language, ostervale } from './customer-head.tsx';

const ines = { name: 'Ines Halvorsen' };

export function CustomerChatScene() {
  const [isAsking, setAsking] = useState(true);
  const [text, setText] = useState('');
  return (
    <PageShell organisation={ostervale} layout="chat" headEnd={<Language />} aside={<Aside />}>
      <h1 class="rh-unseen">Your session with Ines</h1>
      <ChatLog label="Chat with Ines Halvorsen" endKey={6}>
        <Bubble
          from="me"
          author="You"
          time="10:02"
          text="Hello, since this morning nothing comes out of the printer. I have forty forms to hand out at eleven."
        />
        <LogLine icon={UserRoundCheck} time="10:03">
          <b>Ines Halvorsen</b> joined
        </LogLine>
        <Bubble
          from="them"
          author="Ines"
          avatar={ines}
          time="10:03"
          text="Good morning Marta, I am Ines. Let us get it printing before eleven. May I look at your screen?"
        />
        <LogLine icon={Eye} kind="consent" time="10:04">
          <b>You allowed</b> Ines to see your screen, 30 minutes
        </LogLine>
        <Bubble from="me" author="You" time="10:05" text="It says Offline, but the lamp on the printer is green." />
        <Bubble
          from="them"
          author="Ines"
          avatar={ines}
          time="10:06"
          text="Thank you. The computer still uses a printer that no longer exists. I would like to switch it, with your mouse. You can take it back at any moment."
        />
      </ChatLog>
      {isAsking && (
        <ConsentSheet
          askId="control-1"
          who={ines}
          question="Let Ines use your mouse and keyboard?"
          detail="Ines Halvorsen, Ostervale City Services. Ines already sees your screen."
          scope={{ icon: MousePointer2, text: 'Mouse and keyboard, for' }}
          terms={[
            { term: '15', label: '15 minutes', yes: 'Yes, for 15 minutes' },
            { term: '30', label: '30', yes: 'Yes, for 30 minutes' },
            { term: 'session', label: 'This session', yes: 'Yes, for this session' },
          ]}
          rows={[
            { icon: Hand, text: 'Move your own mouse and Ines stops at once' },
            { icon: Ban, text: 'Not your files, not your passwords, no recording', soft: true },
          ]}
          warning="Did a stranger call you and send you to this page? Then say no."
          words={{ no: 'No', askFirst: 'Ask Ines first', answer: 'Answer', termLabel: 'For how long' }}
          onYes={() => setAsking(false)}
          onNo={() => setAsking(false)}
        />
      )}
      {!isAsking && <Composer label="Write to Ines" value={text} onValue={setText} onSend={() => setText('')} />}
    </PageShell>
  );
}

function Aside() {
  return (
    <>
      <PersonHead name="Ines Halvorsen" detail="Helping you since 10:03" kind="staff" avatarSize={44} />
      <Button icon={EyeOff} wide>
        Stop showing my screen
      </Button>
      <Button wide>End the session</Button>
      <div>
        <Link kind="danger" icon={CircleAlert}>
          This feels wrong
        </Link>
        <p class="rh-soft">Ends everything at once and tells the team lead.</p>
      </div>
    </>
  );
}
