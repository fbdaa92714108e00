import { Globe } from 'lucide';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { AddressText } from '../../../../shared/ui/address-text.tsx';
import { Button, LinkButton } from '../../../../shared/ui/button.tsx';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { readAddress } from '../../../../shared/ui/read-address.ts';
import { useArmed } from '../../../../shared/ui/use-armed.ts';
import { pageTexts as words } from '../../texts/customer-pages.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { useAction } from '../use-action.ts';
import { openPage } from './open-page.ts';
import './page-question.css';

/** So long a question has to have been there before a press opens anything, in ms. */
const ARM_AFTER_MS = 500;

type PageQuestionProps = { model: CustomerModel; session: SessionHead };

/** A page that the rep suggests: its whole address, and a link to it that only the customer can press. */
export function PageQuestion({ model, session }: PageQuestionProps) {
  const open = openPage(model.entries.value);
  const isArmed = useArmed(String(open?.page), ARM_AFTER_MS, systemClock);
  const declining = useAction();
  const opening = useAction();
  if (open === undefined) return null;
  const { page, by } = open;
  // Whatever the server let through is judged here once more, by what this browser makes of it.
  const address = readAddress(open.address);
  const answer = async (given: 'opened' | 'declined') => {
    const clientId = newClientEntryId();
    await model.server.call('pages.answer', { session: session.id, clientId, page, answer: given });
  };
  const failure = declining.failure ?? opening.failure;
  return (
    <section class="page-question" data-armed={isArmed} aria-label={words.question(firstName(by))}>
      <p class="page-question-title" role="status">
        <Icon icon={Globe} />
        {words.question(firstName(by))}
      </p>
      {address === undefined ? (
        <p>{words.cannot}</p>
      ) : (
        <>
          <p class="page-question-address">
            <AddressText address={address} />
          </p>
          {address.isSpelledOut && <p class="page-question-warning">{words.spelledOut}</p>}
          <p class="rh-soft">{words.text}</p>
        </>
      )}
      {failure !== undefined && <p role="alert">{failure}</p>}
      <div class="page-question-answers">
        <Button
          busy={declining.isBusy}
          busyText={words.declining}
          onClick={() => declining.run(() => answer('declined'))}
        >
          {words.decline}
        </Button>
        {address !== undefined && (
          <LinkButton
            kind="primary"
            target="_blank"
            href={address.href}
            onClick={(event) => {
              // What appears under a moving hand must not be pressed by it.
              if (isArmed) opening.run(() => answer('opened'));
              else event.preventDefault();
            }}
          >
            {words.open}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
