import { ClipboardX, Eye, FolderX, MessageSquare, MousePointer2, SquareTerminal, VideoOff } from 'lucide';
import type * as v from 'valibot';
import type { EndReason, SessionSummary, SummaryGrant } from '../../../../shared/contract/session-log.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { calendarDay, clockTime, duration } from '../../../../shared/ui/format-time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { isToolScope } from '../../../../shared/contract/consent.ts';
import { toolIcons } from '../../../../shared/ui/tool-icons.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { KeptBoards } from '../../../../shared/ui/whiteboard/kept-boards.tsx';
import { texts } from '../../texts/customer.ts';
import { goTo } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';
import { EndingNotices } from '../ended/ending-notices.tsx';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { StillInvited } from '../invite/still-invited.tsx';
import { ReceiptOffer } from '../receipt/receipt-offer.tsx';
import { Survey } from '../survey/survey.tsx';
import { TrustOffer } from '../trust/trust-offer.tsx';
import { unsentOf } from '../unsent-messages.ts';
import type { UnsentMessage } from '../unsent-messages.ts';
import { useAction } from '../use-action.ts';
import { SessionFacts } from './session-facts.tsx';
import { SummaryFiles } from './summary-files.tsx';
import { grantTerm, summaryLead, summaryTitle } from './summary-words.ts';
import '../paper.css';
import './summary.css';

const words = texts.summary;

type SummaryPageProps = { model: CustomerModel; summary: SessionSummary; organisation: string };

/** What was, told after the end: who, when, what was allowed and used, and what was not done. */
export function SummaryPage({ model, summary, organisation }: SummaryPageProps) {
  const leaving = useAction();
  const askAgain = () =>
    leaving.run(async () => {
      await model.server.call('sessions.dismiss', { session: summary.session });
      model.enter({ at: 'start' });
      goTo('/');
    });
  return (
    <PageShell {...pageFrame(organisation)}>
      <article class="paper" aria-labelledby="summary-title">
        <LinkNotice model={model} />
        <EndingNotices model={model} />
        <header>
          <h1 id="summary-title">{summaryTitle(summary)}</h1>
          <p class="rh-soft">{summaryLead(summary)}</p>
        </header>
        <StillInvited model={model} onShow={askAgain} />
        <EndWords reason={summary.endReason} />
        <Facts summary={summary} />
        <section aria-labelledby="summary-granted">
          <h2 id="summary-granted">{words.granted}</h2>
          {summary.grants.length === 0 ? (
            <p class="rh-soft">{words.nothingGranted}</p>
          ) : (
            <ul class="summary-grants">
              {summary.grants.map((grant, index) => (
                <GrantRow key={index} grant={grant} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="summary-not">
          <h2 id="summary-not">{words.notDone}</h2>
          <ul class="summary-not">
            {notDone(summary).map(({ icon, text }) => (
              <li key={text}>
                <Icon icon={icon} size={18} />
                {text}
              </li>
            ))}
          </ul>
        </section>
        <p class="summary-written rh-soft">
          <Icon icon={MessageSquare} size={18} />
          {words.messages(summary.messages)}
        </p>
        <SummaryFiles model={model} summary={summary} />
        <NotSent messages={unsentOf(model.unsent.value, summary.session)} />
        {summary.facts !== null && <p class="rh-soft">{words.removed(summary.removal ?? nothingRemoved)}</p>}
        <ReceiptOffer model={model} session={summary.session} />
      </article>
      <KeptBoards
        session={summary.session}
        port={{
          read: () => model.server.call('whiteboard.read', { session: summary.session }),
          picture: (picture) => model.server.call('whiteboard.picture', { session: summary.session, picture }),
        }}
      />
      <Survey model={model} session={summary.session} />
      <TrustOffer model={model} summary={summary} />
      <div class="summary-again">
        <Button kind="primary" busy={leaving.isBusy} onClick={askAgain}>
          {words.again}
        </Button>
        {leaving.failure !== undefined && (
          <Notice kind="danger" alert>
            {leaving.failure}
          </Notice>
        )}
      </div>
    </PageShell>
  );
}

/** What the customer wrote and nobody got, so that it can be said elsewhere. */
function NotSent({ messages }: { messages: readonly UnsentMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="summary-not-sent">
      <h2 id="summary-not-sent">{words.notSent}</h2>
      <ul class="summary-not-sent">
        {messages.map(({ clientId, text }) => (
          <li key={clientId}>
            <OutsideText as="message" text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A host that said nothing may have left everything. */
const nothingRemoved = { program: false, archive: false };

/** Why it ended, unless somebody simply ended it. */
function EndWords({ reason }: { reason: EndReason }) {
  if (reason === 'finished') return null;
  return <Notice kind={reason === 'feels-wrong' ? 'caution' : 'info'}>{words.because[reason]}</Notice>;
}

function notDone({ files, launches, tools, isRecorded }: SessionSummary): readonly { icon: IconNode; text: string }[] {
  return [
    ...(isRecorded ? [] : [{ icon: VideoOff, text: words.not.recorded }]),
    ...(files.fromCustomer === 0 && !tools.includes('files') ? [{ icon: FolderX, text: words.not.files }] : []),
    ...(launches === 0 && !tools.some((tool) => tool === 'shell' || tool === 'actions')
      ? [{ icon: SquareTerminal, text: words.not.commands }]
      : []),
    { icon: ClipboardX, text: words.not.clipboard },
  ];
}

function Facts({ summary }: { summary: SessionSummary }) {
  const { reps, startedAt, endedAt, facts, reason } = summary;
  const rows = [
    { name: words.helpedBy, value: reps.join(', ') },
    { name: words.day, value: calendarDay(startedAt) },
    { name: words.fromTo, value: `${clockTime(startedAt)} – ${clockTime(endedAt)}` },
    { name: words.computer, value: facts?.computer ?? '' },
    { name: words.about, value: reason },
  ];
  return <SessionFacts rows={rows} />;
}

function grantName({ scope, devices }: v.InferOutput<typeof SummaryGrant>): string {
  if (isToolScope(scope)) return toolTexts.words[scope].name;
  return scope === 'view' ? words.grant.view : words.grant.control(devices);
}

function GrantRow({ grant }: { grant: v.InferOutput<typeof SummaryGrant> }) {
  const { scope, at, usedMs } = grant;
  return (
    <li class="summary-grant">
      <span class="summary-grant-time rh-numbers">{clockTime(at)}</span>
      <Icon icon={isToolScope(scope) ? toolIcons[scope] : scope === 'view' ? Eye : MousePointer2} size={18} />
      <span class="summary-grant-words">
        <b>{grantName(grant)}</b>, {grantTerm(grant)}
      </span>
      {!isToolScope(scope) && (
        <span class="summary-grant-used rh-numbers">
          {usedMs === 0 ? words.unused : words.usedFor(duration(usedMs))}
        </span>
      )}
    </li>
  );
}
