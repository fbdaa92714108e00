import { CircleAlert, EyeOff, Eye, Monitor, MousePointer2 } from 'lucide';
import { ToolScope, isToolScope } from '../../../../shared/contract/consent.ts';
import type { Consent, ConsentScope } from '../../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { Button } from '../../../../shared/ui/button.tsx';
import type { Clock } from '../../../../shared/ui/clock.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { toolIcons } from '../../../../shared/ui/tool-icons.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { PersonHead } from '../../../../shared/ui/person-head.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { useCountdown } from '../../../../shared/ui/use-countdown.ts';
import { texts } from '../../texts/customer.ts';
import { customerMemberTexts as members } from '../../texts/customer-members.ts';
import { firstName } from '../first-name.ts';
import type { SessionActions } from './session-actions.ts';

const words = texts.session;

type SessionAsideProps = { session: SessionHead; actions: SessionActions; clock: Clock; onEnd: () => void };

/** Who helps, what they may do, and the ways to stop. */
export function SessionAside({ session, actions, clock, onEnd }: SessionAsideProps) {
  const { owner, facts, consents, screen } = session;
  const isConnected = !['none', 'asked', 'agreed'].includes(screen);
  return (
    <>
      <PersonHead
        name={owner.displayName}
        pictureUrl={owner.picture ?? undefined}
        detail={words.since(clockTime(session.startedAt))}
        kind="staff"
        avatarSize={44}
      />
      <AlsoHere session={session} />
      <section class="may" aria-labelledby="may-title">
        <h2 id="may-title">
          {(session.guests ?? []).length > 0 ? members.may : words.may(firstName(owner.displayName))}
        </h2>
        <ul>
          <May icon={Eye} scope="view" name={words.see} session={session} clock={clock} />
          <May icon={MousePointer2} scope="control" name={handsOf(session)} session={session} clock={clock} />
          {ToolScope.options
            .filter((tool) => [...consents, session.ask].some((one) => one?.scope === tool))
            .map((tool) => (
              <May
                key={tool}
                icon={toolIcons[tool]}
                scope={tool}
                name={toolTexts.words[tool].name}
                session={session}
                clock={clock}
              />
            ))}
        </ul>
        {isConnected && facts !== null && (
          <p class="may-computer">
            <Icon icon={Monitor} size={18} />
            {words.connected(safeName(facts.computer, 40))}
          </p>
        )}
      </section>
      <div class="stops">
        {consents.length > 0 && (
          <Button icon={EyeOff} quietKey="Alt X" wide busy={actions.stopping.isBusy} onClick={actions.stopShowing}>
            {consents.every(({ scope }) => !isToolScope(scope)) ? words.stopShowing : toolTexts.takeAllBack}
          </Button>
        )}
        <Button quietKey="Alt Q" wide onClick={onEnd}>
          {words.end}
        </Button>
      </div>
      <div class="wrong">
        <Link kind="danger" icon={CircleAlert} onClick={actions.feelsWrong}>
          {words.wrong}
        </Link>
        <p class="rh-soft">{words.wrongText}</p>
      </div>
      {actions.failure !== undefined && (
        <Notice kind="danger" alert>
          {actions.failure}
        </Notice>
      )}
    </>
  );
}

/** Everybody else who helps, and what they do here. */
function AlsoHere({ session: { owner, guests = [], handsOf: holder = owner.account } }: { session: SessionHead }) {
  if (guests.length === 0) return null;
  return (
    <section class="also" aria-labelledby="also-title">
      <h2 id="also-title">{members.also}</h2>
      <ul>
        {guests.map(({ account, displayName, picture, hands }) => (
          <li key={account} class="also-row">
            <Avatar name={displayName} pictureUrl={picture ?? undefined} kind="staff" size={26} />
            <span class="also-name">
              <OutsideText text={displayName} />
            </span>
            <span class="rh-soft">
              {holder === account ? members.hasHands : hands === 'control' ? members.helps : members.looksOn}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The hands that are lent or asked for; both while neither is so. */
function handsOf({ consents, ask }: SessionHead): string {
  const lent = consents.find(({ scope }) => scope === 'control') ?? (ask?.scope === 'control' ? ask : undefined);
  return words.hands[lent?.devices ?? 'both'];
}

type MayProps = { icon: IconNode; scope: ConsentScope; name: string; session: SessionHead; clock: Clock };

function May({ icon, scope, name, session, clock }: MayProps) {
  const consent = session.consents.find((one) => one.scope === scope);
  const isAsked = session.ask?.scope === scope;
  return (
    <li class="may-row" data-granted={consent !== undefined}>
      <Icon icon={icon} size={18} />
      <span class="may-name">{name}</span>
      <span class="may-state rh-numbers">
        {consent === undefined ? (
          isAsked ? (
            words.asksNow
          ) : (
            words.no
          )
        ) : scope === 'control' && session.screen === 'paused' ? (
          words.paused
        ) : (
          <TimeLeft consent={consent} clock={clock} />
        )}
      </span>
    </li>
  );
}

function TimeLeft({ consent: { until }, clock }: { consent: Consent; clock: Clock }) {
  return until === null ? <>{words.wholeSession}</> : <Countdown until={until} clock={clock} />;
}

/** What is left of a grant, as `11:05`. */
export function Countdown({ until, clock }: { until: number; clock: Clock }) {
  return <>{useCountdown(until, clock).text}</>;
}
