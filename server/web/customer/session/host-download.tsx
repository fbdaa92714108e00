import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import type { Ticket } from '../../../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { useAction } from '../use-action.ts';
import { postTicket } from './post-ticket.ts';
import { TerminalLines } from './terminal-lines.tsx';
import { useLateness } from './use-lateness.ts';
import { useHostOffer } from './use-host-offer.ts';
import './host-download.css';

const words = texts.fetch;
const MEGABYTE = 1_000_000;

type HostDownloadProps = {
  model: CustomerModel;
  session: SessionHead;
  ask: ConsentAsk;
  /** The log says that it was fetched since the yes. */
  wasFetched: boolean;
  isSayingNo: boolean;
  onNo: () => void;
  /** Why it is downloaded although something is installed. */
  remark?: string | undefined;
};

/** After the yes: why a program is needed, one download, and what to do with it. */
export function HostDownload({ model, session, ask, wasFetched, isSayingNo, onNo, remark }: HostDownloadProps) {
  const offer = useHostOffer(model, session.id);
  const [ticket, setTicket] = useState<Ticket>();
  const fetching = useAction();
  const isOnItsWay = ticket !== undefined || wasFetched;
  const isLate = useLateness(isOnItsWay);
  const canBeHad = offer?.available === true && !offer.preparing;

  const download = () =>
    fetching.run(async () => {
      const issued = await model.server.call('host.ticket', { session: session.id });
      setTicket(issued.ticket);
      postTicket('/host/download', issued.ticket);
    });

  return (
    <section class="fetch" aria-labelledby="fetch-title">
      <h2 id="fetch-title">{isOnItsWay ? words.onYourComputer : words.title}</h2>
      {isOnItsWay ? (
        <>
          <Steps label={words.onYourComputer} steps={words.steps} />
          {ticket !== undefined && <TerminalLines ticket={ticket} />}
          <p class="rh-soft" role="status">
            {isLate ? words.nothingYet(firstName(session.owner.displayName)) : words.waiting}
          </p>
        </>
      ) : (
        <p>
          {words.why(firstName(session.owner.displayName), ask.scope === 'control')}{' '}
          {offer?.bytes && words.size(Math.round(offer.bytes / MEGABYTE))}
        </p>
      )}
      {remark !== undefined && <Notice kind="info">{remark}</Notice>}
      {offer !== undefined && !canBeHad && (
        <Notice kind="info">{offer.preparing ? words.preparing : words.unavailable[offer.system]}</Notice>
      )}
      {fetching.failure !== undefined && (
        <Notice kind="danger" alert>
          {fetching.failure}
        </Notice>
      )}
      <div class="fetch-answers">
        <Button busy={isSayingNo} onClick={onNo}>
          {words.changedMind}
        </Button>
        {canBeHad && (
          <Button kind={isOnItsWay ? 'plain' : 'primary'} icon={Download} busy={fetching.isBusy} onClick={download}>
            {isOnItsWay ? words.another : words.button}
          </Button>
        )}
      </div>
    </section>
  );
}
