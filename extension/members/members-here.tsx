/** The fold under a session's head: who is in it, what each may do, and whom to ask. */
import { ArrowRightLeft, UserRoundPlus } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionGuest } from '../../shared/contract/member.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Avatar } from '../../shared/ui/avatar.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { timeLeft } from '../../shared/ui/format-time.ts';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { memberTexts } from '../texts/members-en.ts';
import { pictureUrl } from '../view/picture-url.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import { myPart } from './my-part.ts';
import { openAsks } from './open-asks.ts';
import './members.css';

const words = memberTexts.here;

type MembersHereProps = {
  id: string;
  head: SessionHead;
  entries: readonly LogEntry[];
  onInvite: () => void;
  onTransfer: () => void;
};

export function MembersHere({ id, head, entries, onInvite, onTransfer }: MembersHereProps) {
  const { desk, orders } = useView();
  const me = desk.desk.value?.account.id;
  const part = myPart(head, me);
  const isGranted = controlIsGranted(head);
  const { owner, guests = [], handsOf: holder = owner.account } = head;
  return (
    <section id={id} class="ext-members" aria-label={words.title}>
      <ul class="ext-members-list">
        <Person
          face={owner}
          isMe={owner.account === me}
          does={doesOwner(isGranted && holder === owner.account && guests.length > 0)}
        >
          {part.isOwner && holder !== owner.account && (
            <Button onClick={() => void orders.give('members.giveHands', { session: head.id, rep: owner.account })}>
              {words.takeHands}
            </Button>
          )}
        </Person>
        {guests.map((guest) => (
          <Guest key={guest.account} guest={guest} head={head} me={me} isOwner={part.isOwner} />
        ))}
      </ul>
      <Asked head={head} entries={entries} isOwner={part.isOwner} />
      {part.isOwner && (
        <div class="ext-members-foot">
          <Button icon={UserRoundPlus} quietKey="Alt I" onClick={onInvite}>
            {words.invite}
          </Button>
          <Button icon={ArrowRightLeft} quietKey="Alt Y" onClick={onTransfer}>
            {words.transfer}
          </Button>
        </div>
      )}
    </section>
  );
}

function controlIsGranted({ consents }: SessionHead): boolean {
  return consents.some(({ scope }) => scope === 'control');
}

function doesOwner(hasHands: boolean): string {
  return hasHands ? `${words.owner}, ${words.hasHands}` : words.owner;
}

type GuestProps = { guest: SessionGuest; head: SessionHead; me: AccountId | undefined; isOwner: boolean };

function Guest({ guest, head, me, isOwner }: GuestProps) {
  const { orders } = useView();
  const { account, displayName, hands } = guest;
  const hasHands = head.handsOf === account;
  const name = safeName(displayName);
  const does =
    hasHands && controlIsGranted(head) ? words.hasHands : hands === 'control' ? words.mayHelp : words.looksOn;
  const give = (rep: AccountId) => void orders.give('members.giveHands', { session: head.id, rep });
  return (
    <Person face={guest} isMe={account === me} does={does}>
      {isOwner && !hasHands && hands === 'control' && (
        <Button aria-label={words.giveHandsTo(name)} onClick={() => give(account)}>
          {words.giveHands}
        </Button>
      )}
      {account === me && hasHands && <Button onClick={() => give(head.owner.account)}>{words.giveBack}</Button>}
      {account === me && !hasHands && hands === 'control' && (
        <Button onClick={() => void orders.give('members.askHands', { session: head.id })}>{words.askHands}</Button>
      )}
      {isOwner && (
        <Button
          kind="danger"
          aria-label={words.removeName(name)}
          onClick={() => void orders.give('members.remove', { session: head.id, rep: account })}
        >
          {words.remove}
        </Button>
      )}
    </Person>
  );
}

type PersonProps = {
  face: SessionHead['owner'];
  isMe: boolean;
  does: string;
  children?: ComponentChildren;
};

function Person({ face: { displayName, picture }, isMe, does, children }: PersonProps) {
  const { desk } = useView();
  return (
    <li class="ext-members-person">
      <Avatar name={displayName} pictureUrl={pictureUrl(desk.desk.value?.origin, picture)} kind="staff" size={26} />
      <span class="ext-members-words">
        <b>
          <OutsideText text={displayName} />
        </b>
        <span class="rh-faint">{isMe ? `${words.you}, ${does}` : does}</span>
      </span>
      {children}
    </li>
  );
}

/** Who has been asked and has not answered, with the time that is left. */
function Asked({ head, entries, isOwner }: { head: SessionHead; entries: readonly LogEntry[]; isOwner: boolean }) {
  const { desk, orders } = useView();
  const now = useNow(desk.clock);
  const asked = openAsks(entries, now);
  if (asked.length === 0 || head.state !== 'live') return null;
  return (
    <ul class="ext-members-list">
      {asked.map(({ ask, what, to, until }) => (
        <li key={ask} class="ext-members-person">
          <span class="ext-members-words">
            <OutsideText text={words.asked(to, what)} />
          </span>
          <span class="rh-numbers rh-faint">{timeLeft(until, now)}</span>
          {isOwner && (
            <Button
              aria-label={words.takeBackName(safeName(to))}
              onClick={() => void orders.give('members.withdraw', { ask })}
            >
              {words.takeBack}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
