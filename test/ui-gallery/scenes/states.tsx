import { Inbox } from 'lucide';
import { useState } from 'preact/hooks';
import { Band } from '../../../shared/ui/band.tsx';
import { Bubble } from '../../../shared/ui/bubble.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Composer } from '../../../shared/ui/composer.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { FileBubble } from '../../../shared/ui/file-bubble.tsx';
import { LogLine } from '../../../shared/ui/log-line.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Progress } from '../../../shared/ui/progress.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { Toast } from '../../../shared/ui/toast.tsx';

const nothing = () => {};

/** What comes and goes: bands, notices, waiting, failures; `?dialog` opens the dialog. */
export function ViewerPartsScene() {
  const [tab, setTab] = useState<'queue' | 'members'>('members');
  const [isDialogOpen, setDialogOpen] = useState(location.search.includes('dialog'));
  return (
    <main style={{ maxWidth: '480px', paddingBlockEnd: '120px', background: 'var(--surface)' }}>
      <h1 class="rh-unseen">States</h1>
      <Bands />
      <Tabs
        label="Channel"
        countKind="quiet"
        value={tab}
        onValue={setTab}
        tabs={[
          { key: 'queue', label: 'Queue and routing' },
          { key: 'members', label: 'Members', count: 12 },
        ]}
      >
        <EmptyState text="Nobody waits. You will hear a sound." action={<Button>Try the sound</Button>} />
      </Tabs>
      <Skeleton label="Loading requests" rows={2} />
      <div style={{ display: 'grid', gap: '12px', padding: '12px' }}>
        <Notice title="Known problem:">printing from the West branch is slow this morning.</Notice>
        <Notice kind="caution" title="Did a stranger call you?">
          Close this page.
        </Notice>
        <Notice kind="danger" title="No answer from help.ostervale.example for 8 s." action={<Button>Try now</Button>}>
          Nothing is lost.
        </Notice>
        <Notice kind="ok" title="Saved.">
          Reps see it at once.
        </Notice>
        <Notice kind="info">Nobody can control a phone.</Notice>
        <Progress label="Grant" value={11} max={15} kind="live" text="11:05" />
        <Bubble from="me" author="You" time="10:05" text="sent" state="sent" />
        <Bubble from="me" author="You" time="10:05" text="failed" state="failed" continues />
        <Bubble from="them" author="Ana" showAuthor time="10:06" text={'<img src=x onerror=alert(1)>\u202E turned'} />
        <Bubble from="them" author="Dina" time="10:06" text="مرحبا، الطابعة لا تعمل" />
        <FileBubble
          from="me"
          name="West branch printers.pdf"
          size="214 kB"
          state={{ kind: 'sending', sentBytes: 38, totalBytes: 100, text: '38 %, 12 s' }}
        />
        <FileBubble
          from="them"
          name="setup.exe"
          size="2 MB"
          state={{ kind: 'refused', text: 'Programs cannot be sent here (.exe)' }}
        />
        <LogLine icon={Inbox} kind="danger" time="10:08">
          Ines has lost the connection
        </LogLine>
      </div>
      <Composer label="A note for reps" repsOnly value="" onValue={nothing} onSend={nothing} />
      <Composer label="Closed" disabledReason="The session has ended." value="" onValue={nothing} onSend={nothing} />
      <Toast message={{ id: '1', text: 'The file could not be saved.', kind: 'failure' }} onClose={nothing} />
      {isDialogOpen && (
        <Dialog
          title="Delete the account of Ana Petrescu?"
          harmless="Keep it"
          onHarmless={() => setDialogOpen(false)}
          act="Delete account"
          actKind="danger"
          onAct={() => setDialogOpen(false)}
        >
          <p>Ana is logged out at once. Sessions and reports stay.</p>
        </Dialog>
      )}
    </main>
  );
}

function Bands() {
  return (
    <>
      <Band state="chat" word="Chat only">
        <Button>View</Button>
        <Button>Remote control</Button>
      </Band>
      <Band state="asked" word="Asked for the mouse" detail="0:12">
        <Button>Withdraw</Button>
      </Band>
      <Band state="seeing" word="Seeing" detail="23:25 left">
        <Button>Stop</Button>
      </Band>
      <Band state="controlling" word="Controlling" detail="11:05 left">
        <Button>Release</Button>
        <Button>Stop</Button>
      </Band>
      <Band state="paused" word="Paused" detail="The customer has the mouse">
        <Button>Stop</Button>
      </Band>
    </>
  );
}
