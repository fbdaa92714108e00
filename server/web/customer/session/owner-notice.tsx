import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { clockTime, ordinal } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer.ts';
import { customerMemberTexts as members } from '../../texts/customer-members.ts';
import { firstName } from '../first-name.ts';

const words = texts.session;

type OwnerNoticeProps = { session: SessionHead; place: QueuePlace | null; onEnd: () => void };

/** Says that the rep is out of reach, what becomes of the session, and what can be done. Nothing while they are there. */
export function OwnerNotice({ session, place, onEnd }: OwnerNoticeProps) {
  const sentence = whatBecomes(session, place);
  if (sentence === undefined) return null;
  return (
    <div class="link-notice" role="status">
      <Notice action={<Link onClick={onEnd}>{words.endAndAskAgain}</Link>}>{sentence}</Notice>
    </div>
  );
}

function whatBecomes({ owner, ownerMissing }: SessionHead, place: QueuePlace | null): string | undefined {
  if (ownerMissing === null) return undefined;
  const { since, endsAt, next } = ownerMissing;
  const rep = firstName(owner.displayName);
  switch (next) {
    case 'end':
      return words.repMissing(rep, clockTime(since), clockTime(endsAt));
    case 'line':
      return words.repMissingInChannel(rep, clockTime(since), clockTime(endsAt));
    case 'in-line': {
      // It goes to the head of the line; the exact place comes a moment later.
      const inLine = ordinal(place?.position ?? 1);
      return place?.channelStatus === 'offline' ? words.repLostAndNobody(rep, inLine) : words.repLost(rep, inLine);
    }
    case 'left': {
      const inLine = ordinal(place?.position ?? 1);
      const isAlone = place?.channelStatus === 'offline';
      return isAlone ? members.passedOnAndNobody(rep, inLine) : members.passedOn(rep, inLine);
    }
    default:
      return next satisfies never;
  }
}
