/** The button in a session's head that says how many representatives are here, what it unfolds, and what guests ask for. */
import { Users } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Button } from '../../shared/ui/button.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { memberTexts } from '../texts/members-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { MembersHere } from './members-here.tsx';
import { myPart } from './my-part.ts';
import { askersForHands } from './open-asks.ts';
import { prefillBrief } from './prefill-brief.ts';
import { TransferDialog } from './transfer-dialog.tsx';

const words = memberTexts;

/** What the button and its fold share. */
export interface MembersFold {
  readonly id: string;
  readonly isOpen: boolean;
  toggle(): void;
}

/** Folded in. */
export function useMembersFold(): MembersFold {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return { id, isOpen, toggle: () => setOpen(!isOpen) };
}

export function MembersButton({ head, fold }: { head: SessionHead; fold: MembersFold }) {
  const count = 1 + (head.guests ?? []).length;
  return (
    <IconButton
      icon={Users}
      label={words.here.button(count)}
      count={count === 1 ? undefined : count}
      aria-expanded={fold.isOpen}
      aria-controls={fold.isOpen ? fold.id : undefined}
      onClick={fold.toggle}
    />
  );
}

/** What the owner is about to ask another representative; nothing while no dialog is open. */
export type MemberAsk = 'invite' | 'transfer' | undefined;

type SessionMembersProps = {
  head: SessionHead;
  entries: readonly LogEntry[];
  fold: MembersFold;
  asking: MemberAsk;
  onAsking: (what: MemberAsk) => void;
};

export function SessionMembers({ head, entries, fold, asking, onAsking }: SessionMembersProps) {
  const { orders } = useView();
  const close = () => onAsking(undefined);
  const name = firstName(head.customer.name);
  return (
    <>
      {fold.isOpen && (
        <MembersHere
          id={fold.id}
          head={head}
          entries={entries}
          onInvite={() => onAsking('invite')}
          onTransfer={() => onAsking('transfer')}
        />
      )}
      <AskersForHands head={head} entries={entries} />
      {asking === 'invite' && <InviteDialog head={head} onClose={close} />}
      {asking === 'transfer' && (
        <TransferDialog
          session={head.id}
          title={words.transfer.title(name)}
          firstBrief={prefillBrief(head, entries)}
          canStay
          onAsk={async (wish) => (await orders.give('members.transfer', { session: head.id, ...wish })) !== undefined}
          onClose={close}
        />
      )}
    </>
  );
}

/** A guest asks the owner for mouse and keyboard: said in sight, whether the fold is open or not. */
function AskersForHands({ head, entries }: { head: SessionHead; entries: readonly LogEntry[] }) {
  const { desk, orders } = useView();
  if (!myPart(head, desk.desk.value?.account.id).isOwner) return null;
  const askers = askersForHands(entries).filter((account) => account !== head.handsOf);
  return (
    <>
      {(head.guests ?? [])
        .filter(({ account }) => askers.includes(account))
        .map(({ account, displayName }) => (
          <Notice
            key={account}
            kind="info"
            action={
              <Button onClick={() => void orders.give('members.giveHands', { session: head.id, rep: account })}>
                {words.here.giveHands}
              </Button>
            }
          >
            {words.here.asksHands(safeName(displayName))}
          </Notice>
        ))}
    </>
  );
}
