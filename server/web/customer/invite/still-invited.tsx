import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';
import type { CustomerModel } from '../customer-model.ts';

/** After a helper has left: the invitation is open again, and where it can be seen and closed. */
export function StillInvited({ model, onShow }: { model: CustomerModel; onShow: () => void }) {
  if (model.own.invitation.value === null) return null;
  return (
    <Notice kind="info" action={<Link onClick={onShow}>{inviteTexts.show}</Link>}>
      {inviteTexts.stillHolds}
    </Notice>
  );
}
