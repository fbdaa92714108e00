import type { SessionHead } from '../../../../shared/contract/session.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer-en.ts';
import { firstName } from '../first-name.ts';

const words = texts.session;

/** Says that the rep is out of reach, until when that is waited for, and what can be done. Nothing while they are there. */
export function OwnerNotice({ session, onEnd }: { session: SessionHead; onEnd: () => void }) {
  const { owner, ownerMissing } = session;
  if (ownerMissing === null) return null;
  const { since, endsAt } = ownerMissing;
  return (
    <div class="link-notice" role="status">
      <Notice action={<Link onClick={onEnd}>{words.endAndAskAgain}</Link>}>
        {words.repMissing(firstName(owner.displayName), clockTime(since), clockTime(endsAt))}
      </Notice>
    </div>
  );
}
