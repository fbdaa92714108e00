import { ArrowRight } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { WaitingRep } from '../../../../shared/contract/connection-entry.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';

const words = texts.connect.waiting;

/** The reps who wait for somebody in this browser, kept true by the server. */
export function useWaitingReps(model: CustomerModel): readonly WaitingRep[] {
  const [reps, setReps] = useState<readonly WaitingRep[]>([]);
  const isOpen = model.link.value.at === 'open';
  useEffect(() => model.onEvent((event) => event.type === 'reps.waiting' && setReps(event.reps)), [model]);
  useEffect(() => {
    if (!isOpen) return;
    model.server.call('reps.waiting', {}).then(
      ({ reps: now }) => setReps(now),
      // The code can be typed all the same; the next connection asks again.
      () => {},
    );
  }, [isOpen]);
  return reps;
}

type WaitingIconsProps = {
  reps: readonly WaitingRep[];
  /** The one that is being entered. */
  entering: string | undefined;
  onEnter: (rep: WaitingRep) => void;
};

/** The waiting icon: a rep who waits, to be clicked in place of typing a code. */
export function WaitingIcons({ reps, entering, onEnter }: WaitingIconsProps) {
  const [first] = reps;
  if (first === undefined) return null;
  return (
    <section class="connect-waiting" aria-labelledby="somebody-waits">
      <h2 id="somebody-waits">{words.title}</h2>
      {reps.map((waiting) => (
        <button
          key={waiting.session}
          type="button"
          class="connect-waiting-rep"
          aria-label={words.connectTo(safeName(waiting.rep.displayName))}
          aria-busy={entering === waiting.session}
          onClick={() => onEnter(waiting)}
        >
          <Avatar
            name={waiting.rep.displayName}
            pictureUrl={waiting.rep.picture ?? undefined}
            size={52}
            kind="staff"
            status={{ kind: 'available', word: words.status }}
          />
          <span class="connect-waiting-words">
            <b>{safeName(waiting.rep.displayName)}</b>
            <span class="connect-waiting-way">
              {entering === waiting.session ? words.connecting : words.connect}
              <Icon icon={ArrowRight} />
            </span>
          </span>
        </button>
      ))}
      <p class="rh-faint">{words.why(firstName(first.rep.displayName))}</p>
    </section>
  );
}
