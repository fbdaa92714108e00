import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Band } from '../../../../shared/ui/band.tsx';
import type { Clock } from '../../../../shared/ui/clock.ts';
import { useCountdown } from '../../../../shared/ui/use-countdown.ts';
import { texts } from '../../texts/customer.ts';
import { firstName } from '../first-name.ts';

const words = texts.session.banner;

/** Says in plum that somebody sees this screen or has its mouse. Nothing while nobody does. */
export function SessionBand({ session, clock }: { session: SessionHead; clock: Clock }) {
  const { screen } = session;
  if (screen !== 'seeing' && screen !== 'controlling' && screen !== 'paused') return null;
  const scope = screen === 'seeing' ? 'view' : 'control';
  const consent = session.consents.find((one) => one.scope === scope);
  const until = consent?.until ?? null;
  const word = words[screen](firstName(session.owner.displayName), consent?.devices ?? 'both');
  return until === null ? (
    <Band state={screen} word={word} detail={texts.session.wholeSession} />
  ) : (
    <TimedBand state={screen} word={word} until={until} clock={clock} />
  );
}

type TimedBandProps = { state: 'seeing' | 'controlling' | 'paused'; word: string; until: number; clock: Clock };

function TimedBand({ state, word, until, clock }: TimedBandProps) {
  const { text, secondsLeft, isReadAloud } = useCountdown(until, clock);
  return (
    <>
      <Band state={state} word={word} detail={words.left(text)} />
      <span class="rh-unseen" role="status">
        {isReadAloud ? words.secondsLeft(secondsLeft) : ''}
      </span>
    </>
  );
}
