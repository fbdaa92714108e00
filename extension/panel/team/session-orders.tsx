/** What a lead can do in a session of a representative of theirs: whisper, join, give it on, take it over. */
import { EllipsisVertical } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { Brief } from '../../../shared/contract/member.ts';
import type { TeamSession } from '../../../shared/contract/team.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { prefillBrief } from '../../members/prefill-brief.ts';
import { TransferDialog } from '../../members/transfer-dialog.tsx';
import { useWorkDraft } from '../../report/use-work-draft.ts';
import { withoutSent } from '../../report/without-sent.ts';
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
    const go = panel.wayFromHere();
    const answer = await orders.give('team.join', { session: session.id });
    if (answer !== undefined) go(answer.session.id);
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
  const { draft, latest, change } = useWorkDraft(session.id);
  const text = draft.whisper;
  // One id for one text: a second try of the same words is the same whisper.
  const tried = useRef<{ text: string; clientId: ClientEntryId }>(undefined);
  const [isSending, setSending] = useState(false);
  const whisper = async () => {
    setSending(true);
    if (tried.current?.text !== text) tried.current = { text, clientId: newClientId() };
    const { clientId } = tried.current;
    const answer = await orders.give('team.whisper', { session: session.id, clientId, text });
    setSending(false);
    if (answer === undefined) return;
    change({ whisper: withoutSent(latest().whisper, text) });
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
        <TextArea label={words.whisperLabel} value={text} onValue={(whisper) => change({ whisper })} maxLength={4000} />
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
    const go = panel.wayFromHere();
    const answer = await orders.give('team.takeOver', { session: session.id });
    onClose();
    if (answer !== undefined) go(answer.session.id);
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
