import { Mail } from 'lucide';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { inviteTexts } from '../../texts/customer-invite-en.ts';
import { goTo } from '../address.ts';

/** The other way: not the line, but a person one knows. */
export function InviteLink() {
  return (
    <p class="aside-line">
      <Icon icon={Mail} size={18} />
      <Link
        href="/invite"
        onClick={(event) => {
          event.preventDefault();
          goTo('/invite');
        }}
      >
        {inviteTexts.link}
      </Link>
    </p>
  );
}
