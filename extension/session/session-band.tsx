import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Band } from '../../shared/ui/band.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { duration, timeLeft } from '../../shared/ui/format-time.ts';
import { myPart } from '../members/my-part.ts';
import type { MyPart } from '../members/my-part.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { useView } from '../view/view-context.ts';
import { useNow } from '../view/use-now.ts';
import { firstName } from '../view/first-name.ts';
import { AskForm } from './ask-form.tsx';
import { askAgainIn } from './ask-again.ts';
import type { ConsentDesk } from './consent-desk.ts';
import { refusedAt, screenStanding } from './screen-standing.ts';
import type { ScreenStanding } from './screen-standing.ts';

const words = memberTexts.here;

type SessionBandProps = { head: SessionHead; entries: readonly LogEntry[]; consents: ConsentDesk };

/** The band under a session's head, with the way up (ask) or down (release, stop), and the question being asked. */
export function SessionBand({ head, entries, consents }: SessionBandProps) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const standing = screenStanding(head);
  const part = myPart(head, desk.desk.value?.account.id);
  const name = firstName(head.customer.name);
  const asking = consents.asking.value;
  return (
    <>
      <Band
        state={standing.isIdle ? 'chat' : standing.state}
        word={word(standing, name)}
        detail={
          part.hasHands || !standing.canControl
            ? detail(standing, name, entries, now)
            : words.holds(firstName(part.holder))
        }
      >
        {part.isOwner ? (
          <BandButtons {...{ head, standing, consents, entries, now, part }} />
        ) : (
          <GuestButtons head={head} canControl={standing.canControl} part={part} />
        )}
      </Band>
      {part.isOwner && asking?.session === head.id && (
        <AskForm
          key={asking.scope}
          scope={asking.scope}
          customer={name}
          onAsk={(ask) => void consents.ask(head.id, ask)}
          onCancel={consents.cancel}
        />
      )}
    </>
  );
}

function word({ state, ask, askAt, isIdle, canControl }: ScreenStanding, name: string): string {
  if (isIdle) return canControl ? texts.band.mayControl : texts.band.maySee;
  return state === 'asked' && ask !== null ? texts.band.askAt[askAt](name, ask.scope) : texts.band[state];
}

function detail(standing: ScreenStanding, name: string, entries: readonly LogEntry[], now: number): string | undefined {
  const words = texts.band;
  if (standing.ask !== null) {
    const asked = entries.findLast((entry) => entry.kind === 'asked');
    const waited = asked === undefined ? '' : duration(now - asked.at);
    return standing.state === 'asked' ? waited : words.askedToo(waited);
  }
  if (standing.state === 'paused') return words.handOfCustomer;
  if (standing.state === 'chat') {
    const isRefused = refusedAt(entries, 'view') !== undefined || refusedAt(entries, 'control') !== undefined;
    return isRefused ? words.saidNo(name) : undefined;
  }
  if (standing.state === 'seeing' && refusedAt(entries, 'control') !== undefined) return words.saidNo(name);
  return standing.until === null ? words.wholeSession : words.left(timeLeft(standing.until, now));
}

/** A guest asks the customer for nothing; what they can ask the owner for is mouse and keyboard. */
function GuestButtons({ head, canControl, part }: { head: SessionHead; canControl: boolean; part: MyPart }) {
  const { orders } = useView();
  if (part.hasHands)
    return (
      <Button
        quietKey="Alt J"
        onClick={() => void orders.give('members.giveHands', { session: head.id, rep: head.owner.account })}
      >
        {words.giveBack}
      </Button>
    );
  if (part.hands !== 'control' || !canControl) return null;
  return (
    <Button quietKey="Alt J" onClick={() => void orders.give('members.askHands', { session: head.id })}>
      {words.askHands}
    </Button>
  );
}

type BandButtonsProps = SessionBandProps & { standing: ScreenStanding; now: number; part: MyPart };

function BandButtons({ head, standing, consents, entries, now, part }: BandButtonsProps) {
  const { orders } = useView();
  const words = texts.band;
  const ask = (scope: 'view' | 'control') => (
    <Button
      quietKey={scope === 'view' ? 'Alt V' : 'Alt G'}
      disabledReason={consents.denied(scope) ?? askAgainIn(refusedAt(entries, scope), now)}
      onClick={() => consents.begin(head.id, scope)}
    >
      {words.askFor[scope]}
    </Button>
  );
  if (standing.ask !== null)
    return (
      <Button quietKey="Alt Z" onClick={() => void consents.unask(head.id)}>
        {words.withdraw}
      </Button>
    );
  const stop = (
    <Button quietKey="Alt Z" onClick={() => void consents.stop(head.id)}>
      {words.stop}
    </Button>
  );
  switch (standing.state) {
    case 'chat':
    case 'asked':
      return (
        <>
          {ask('view')}
          {ask('control')}
        </>
      );
    case 'seeing':
      return (
        <>
          {ask('control')}
          {stop}
        </>
      );
    case 'controlling':
    case 'paused':
      return (
        <>
          {part.hasHands ? (
            <Button quietKey="Alt X" onClick={() => void consents.release(head.id)}>
              {words.release}
            </Button>
          ) : (
            <Button
              quietKey="Alt J"
              onClick={() => void orders.give('members.giveHands', { session: head.id, rep: head.owner.account })}
            >
              {memberTexts.here.takeHands}
            </Button>
          )}
          {stop}
        </>
      );
    default:
      return standing.state satisfies never;
  }
}
