import { useState } from 'preact/hooks';
import type { AccountId, ChannelId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Brief } from '../../shared/contract/member.ts';
import type { TransferTo } from '../../shared/contract/member-operations.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { RadioCards } from '../../shared/ui/radio-cards.tsx';
import { Segments } from '../../shared/ui/segments.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { memberTexts } from '../texts/members-en.ts';
import { texts } from '../texts/en.ts';
import { useWorkDraft } from '../report/use-work-draft.ts';
import { ToldFailure } from '../view/told-failure.tsx';
import { RepCards } from './rep-cards.tsx';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';

const words = memberTexts.transfer;

/** What is asked for: of whom, with which words, and whether the owner stays. */
export interface TransferWish {
  readonly to: TransferTo;
  readonly brief: Brief;
  readonly stays: boolean;
}

type TransferDialogProps = {
  session: SessionId;
  title: string;
  firstBrief: Brief;
  /** Without it, the one who gives the session on cannot stay: a lead gives what is another one's. */
  canStay: boolean;
  /** Resolves to whether it was asked. */
  onAsk: (wish: TransferWish) => Promise<boolean>;
  onClose: () => void;
};

type Kind = TransferTo['is'];

/** Asks another representative, or a channel, to go on, with a brief that they read before they answer. */
export function TransferDialog({ session, title, firstBrief, canStay, onAsk, onClose }: TransferDialogProps) {
  const choices = useChoices(session);
  const [kind, setKind] = useState<Kind>('rep');
  const [rep, setRep] = useState<AccountId>();
  const [channel, setChannel] = useState<ChannelId>();
  const { draft, change } = useWorkDraft(session);
  // What was written stays until it is sent: Esc closes the dialog and loses nothing.
  const brief = draft.brief ?? firstBrief;
  const [stays, setStays] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const to = chosen(kind, rep, channel);
  const ask = async () => {
    if (to === undefined) return;
    setAsking(true);
    const isAsked = await onAsk({ to, brief, stays });
    setAsking(false);
    if (!isAsked) return;
    change({ brief: null });
    onClose();
  };
  return (
    <Dialog
      title={title}
      harmless={memberTexts.invite.cancel}
      onHarmless={onClose}
      act={words.act}
      acting={isAsking}
      actingText={words.acting}
      actDisabledReason={to === undefined ? memberTexts.invite.chooseAny : undefined}
      onAct={() => void ask()}
    >
      <div class="ext-members-form">
        <p>{words.what}</p>
        <Segments<Kind>
          label={words.kind}
          segments={[
            { value: 'rep', label: words.rep },
            { value: 'channel', label: words.channel },
          ]}
          value={kind}
          onValue={setKind}
        />
        {kind === 'rep' ? (
          <RepCards reps={choices?.reps} value={rep} onValue={setRep} />
        ) : (
          <ChannelCards choices={choices} value={channel} onValue={setChannel} />
        )}
        <BriefFields brief={brief} onBrief={(next) => change({ brief: next })} />
        {draft.brief !== null && <Link onClick={() => change({ brief: null })}>{words.anew}</Link>}
        {canStay && <Switch label={words.stays} checked={stays} onChecked={setStays} />}
        <ToldFailure />
      </div>
    </Dialog>
  );
}

function chosen(kind: Kind, rep: AccountId | undefined, channel: ChannelId | undefined): TransferTo | undefined {
  if (kind === 'rep') return rep === undefined ? undefined : { is: 'rep', rep };
  return channel === undefined ? undefined : { is: 'channel', channel };
}

type ChannelCardsProps = {
  choices: Choices | undefined;
  value: ChannelId | undefined;
  onValue: (channel: ChannelId) => void;
};

function ChannelCards({ choices, value, onValue }: ChannelCardsProps) {
  return (
    <RadioCards<ChannelId>
      label={memberTexts.choice.lineOf}
      value={value}
      onValue={onValue}
      cards={(choices?.channels ?? []).map(({ id, name, status }) => ({
        value: id,
        title: name,
        status: { kind: status === 'reservation-only' ? 'reservation' : status, word: texts.channel[status] },
      }))}
    />
  );
}

function BriefFields({ brief, onBrief }: { brief: Brief; onBrief: (brief: Brief) => void }) {
  const part = (key: keyof Brief) => (
    <TextArea
      label={words[key]}
      rows={2}
      maxLength={1000}
      value={brief[key]}
      onValue={(text) => onBrief({ ...brief, [key]: text })}
    />
  );
  return (
    <fieldset class="ext-members-brief">
      <legend>{words.brief}</legend>
      {part('wanted')}
      {part('tried')}
      {part('state')}
      {part('promised')}
    </fieldset>
  );
}
