import { Mail } from 'lucide';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';
import { PageLink } from '../page-link.tsx';

/** The other way: not the line, but a person one knows. */
export function InviteLink() {
  return (
    <p class="aside-line">
      <Icon icon={Mail} size={18} />
      <PageLink href="/invite">{inviteTexts.link}</PageLink>
    </p>
  );
}
