/** Other representatives in the session. */
import { ArrowRightLeft, UserRoundPlus } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { InviteDialog } from '../members/invite-dialog.tsx';
import { openAsks } from '../members/open-asks.ts';
import { prefillBrief } from '../members/prefill-brief.ts';
import { TransferDialog } from '../members/transfer-dialog.tsx';
import { memberTexts } from '../texts/members-en.ts';
import { toolTexts as words } from '../texts/tools-en.ts';
import { useView } from '../view/view-context.ts';
import type { SessionTool, ToolPlace, ToolStanding } from './session-tool.ts';
import { ownerStanding } from './tool-standing.ts';

export const inviteTool: SessionTool = {
  key: 'invite',
  group: 'people',
  icon: UserRoundPlus,
  title: words.invite.title,
  does: () => words.invite.does,
  standing: (place) => askedStanding(place, 'invitation'),
  Buttons: ({ place: { head, part } }) => {
    const [isAsking, setAsking] = useState(false);
    if (!part.isOwner) return null;
    return (
      <>
        <Button onClick={() => setAsking(true)}>{words.invite.act}</Button>
        {isAsking && <InviteDialog head={head} onClose={() => setAsking(false)} />}
      </>
    );
  },
};

export const transferTool: SessionTool = {
  key: 'transfer',
  group: 'people',
  icon: ArrowRightLeft,
  title: words.transfer.title,
  does: () => words.transfer.does,
  standing: (place) => askedStanding(place, 'transfer'),
  Buttons: ({ place: { head, entries, part, name } }) => {
    const { orders } = useView();
    const [isAsking, setAsking] = useState(false);
    if (!part.isOwner) return null;
    return (
      <>
        <Button onClick={() => setAsking(true)}>{words.transfer.act}</Button>
        {isAsking && (
          <TransferDialog
            session={head.id}
            title={memberTexts.transfer.title(name)}
            firstBrief={prefillBrief(head, entries)}
            canStay
            onAsk={async (wish) => (await orders.give('members.transfer', { session: head.id, ...wish })) !== undefined}
            onClose={() => setAsking(false)}
          />
        )}
      </>
    );
  },
};

/** Whom the owner is asking; the button to take that back stands with them under the session's head. */
function askedStanding(place: ToolPlace, what: 'invitation' | 'transfer'): ToolStanding {
  const open = openAsks(place.entries, place.now).find((ask) => ask.what === what);
  if (open !== undefined) return { is: 'asked', word: words.invite.asked(safeName(open.to)) };
  return ownerStanding(place, '');
}
