import { Eye, MousePointer2 } from 'lucide';
import { ConsentScope, isToolScope } from '../../shared/contract/consent.ts';
import type { Consent } from '../../shared/contract/consent.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { timeLeft } from '../../shared/ui/format-time.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import type { IconNode } from '../../shared/ui/icon.tsx';
import { toolIcons } from '../../shared/ui/tool-icons.ts';
import { Progress } from '../../shared/ui/progress.tsx';
import { Section } from '../../shared/ui/section.tsx';
import { myPart } from '../members/my-part.ts';
import { texts } from '../texts/en.ts';
import { firstName } from '../view/first-name.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import type { ConsentDesk } from './consent-desk.ts';
import './consent-list.css';

const scopes = ConsentScope.options;
const icons: Record<ConsentScope, IconNode> = { view: Eye, control: MousePointer2, ...toolIcons };

/** What the customer has allowed, how long it holds, and what can be asked for. */
export function ConsentList({ head, consents }: { head: SessionHead; consents: ConsentDesk }) {
  const words = texts.consents;
  const soft = <span class="rh-faint">{words.enforced(firstName(head.customer.name))}</span>;
  return (
    <Section title={words.title} aside={soft} flush>
      <ul class="ext-consents">
        {scopes
          .filter((scope) => !isToolScope(scope) || isUsed(head, scope))
          .map((scope) => (
            <Row key={scope} scope={scope} head={head} consents={consents} />
          ))}
      </ul>
    </Section>
  );
}

/** Tools are offered in their own tab; here stands what was asked and granted. */
function isUsed({ consents, ask }: SessionHead, scope: ConsentScope): boolean {
  return ask?.scope === scope || consents.some((consent) => consent.scope === scope);
}

function Row({ scope, head, consents }: { scope: ConsentScope; head: SessionHead; consents: ConsentDesk }) {
  const { desk } = useView();
  const { isOwner } = myPart(head, desk.desk.value?.account.id);
  const words = texts.consents;
  const granted = head.consents.find((consent) => consent.scope === scope);
  const isAsked = head.ask?.scope === scope;
  const isCovered =
    scope === 'view' && granted === undefined && head.consents.some((consent) => consent.scope === 'control');
  return (
    <li class="ext-consent" data-granted={granted !== undefined}>
      <Icon icon={icons[scope]} />
      <span class="ext-consent-name">
        {scope === 'control' && granted ? words.devices[granted.devices] : words.scope[scope]}
      </span>
      {granted !== undefined && <Left consent={granted} scope={scope} />}
      {granted !== undefined && isToolScope(scope) && isOwner && (
        <Button onClick={() => void consents.giveBack(head.id, scope)}>{texts.band.release}</Button>
      )}
      {granted === undefined && isAsked && (
        <>
          <span class="rh-faint">{words.asked}</span>
          <Button onClick={() => void consents.unask(head.id)}>{texts.band.withdraw}</Button>
        </>
      )}
      {isOwner && granted === undefined && !isAsked && head.ask === null && !isCovered && (
        <Button disabledReason={consents.denied(scope)} onClick={() => consents.begin(head.id, scope)}>
          {words.ask}
        </Button>
      )}
      {isCovered && <span class="rh-faint">{words.withControl}</span>}
    </li>
  );
}

function Left({ consent, scope }: { consent: Consent; scope: ConsentScope }) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const { grantedAt, until } = consent;
  if (until === null) return <span class="rh-faint">{texts.band.wholeSession}</span>;
  const text = timeLeft(until, now);
  return (
    <span class="ext-consent-left">
      <Progress
        label={texts.consents.scope[scope]}
        value={until - now}
        max={until - grantedAt}
        text={text}
        kind="live"
      />
    </span>
  );
}
