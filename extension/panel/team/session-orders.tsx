/** What a lead can do in a session of a representative of theirs: whisper, join, give it on, take it over. */
import { EllipsisVertical } from 'lucide';
import { useState } from 'preact/hooks';
import type { Brief } from '../../../shared/contract/member.ts';
import type { TeamSession } from '../../../shared/contract/team.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { prefillBrief } from '../../members/prefill-brief.ts';
import { TransferDialog } from '../../members/transfer-dialog.tsx';
import { memberTexts } from '../../texts/members-en.ts';
import { newClientId } from '../../view/new-client-id.ts';
import { ToldFailure } from '../../view/told-failure.tsx';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

const words = memberTexts.team;

type Doing = 'join' | 'whisper' | 'transfer' | 'takeOver';
type SessionOrdersProps = { session: TeamSession; rep: string };

export function SessionOrders({ session, rep }: SessionOrdersProps) {
  const { orders } = useView();
  const panel = usePanel();
  const [doing, setDoing] = useState<'whisper' | 'takeOver'>();
  const [brief, setBrief] = useState<Brief>();
  const customer = safeName(session.customer);
  const close = () => {
    setDoing(undefined);
    setBrief(undefined);
  };
  const join = async () => {
    const answer = await orders.give('team.join', { session: session.id });
    if (answer !== undefined) panel.goToSession(answer.session.id);
  };
  const transfer = async () => {
    const answer = await orders.give('team.brief', { session: session.id });
    if (answer !== undefined) setBrief(prefillBrief(answer.session, answer.entries));
  };
  const begin = (what: Doing) => {
    if (what === 'join') return void join();
    return what === 'transfer' ? void transfer() : setDoing(what);
  };
  return (
    <>
      <Menu<Doing>
        label={words.more(customer)}
        icon={EllipsisVertical}
        items={[
          { key: 'join', label: words.join },
          { key: 'whisper', label: words.whisper },
          { key: 'transfer', label: words.transfer },
          { key: 'takeOver', label: words.takeOver, apart: true },
        ]}
        onSelect={begin}
      />
      {doing === 'whisper' && <Whisper session={session} rep={rep} onClose={close} />}
      {doing === 'takeOver' && <TakeOver session={session} rep={rep} onClose={close} />}
      {brief !== undefined && (
        <TransferDialog
          session={session.id}
          title={memberTexts.transfer.toLead(customer, rep)}
          firstBrief={brief}
          canStay={false}
          onAsk={async ({ to, brief }) => {
            const answer = await orders.give('team.transfer', { session: session.id, to, brief });
            if (answer !== undefined) orders.tell(words.asked(customer));
            return answer !== undefined;
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function Whisper({ session, rep, onClose }: SessionOrdersProps & { onClose: () => void }) {
  const { orders } = useView();
  const [text, setText] = useState('');
  const [clientId] = useState(newClientId);
  const [isSending, setSending] = useState(false);
  const whisper = async () => {
    setSending(true);
    const answer = await orders.give('team.whisper', { session: session.id, clientId, text });
    setSending(false);
    if (answer === undefined) return;
    orders.tell(words.whispered(rep));
    onClose();
  };
  return (
    <Dialog
      title={words.whisperTitle(rep)}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.whisperAct}
      acting={isSending}
      actDisabledReason={text.trim() === '' ? words.whisperWhat : undefined}
      onAct={() => void whisper()}
    >
      <div class="ext-members-form">
        <p>{words.whisperWhat}</p>
        <TextArea label={words.whisperLabel} value={text} onValue={setText} maxLength={4000} />
        <ToldFailure />
      </div>
    </Dialog>
  );
}

function TakeOver({ session, rep, onClose }: SessionOrdersProps & { onClose: () => void }) {
  const { orders } = useView();
  const panel = usePanel();
  const [isTaking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    const answer = await orders.give('team.takeOver', { session: session.id });
    onClose();
    if (answer !== undefined) panel.goToSession(answer.session.id);
  };
  return (
    <Dialog
      title={words.takeOverTitle(safeName(session.customer), rep)}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.takeOver}
      acting={isTaking}
      actingText={words.takingOver}
      onAct={() => void take()}
    >
      <p>{words.takeOverWhat(rep)}</p>
    </Dialog>
  );
}
