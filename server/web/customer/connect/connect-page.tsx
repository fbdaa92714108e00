import { CalendarClock, Clock, QrCode as QrIcon, Smartphone } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import type { WaitingRep } from '../../../../shared/contract/connection-entry.ts';
import { PersonName } from '../../../../shared/contract/text.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { CODE_LENGTH } from '../../../../shared/ui/code-digits.ts';
import { CodeInput } from '../../../../shared/ui/code-input.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { texts } from '../../texts/customer.ts';
import { goTo } from '../address.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';
import { EndingNotices } from '../ended/ending-notices.tsx';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { withProof } from '../proof/with-proof.ts';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { callAdvice } from '../reservation/call-words.ts';
import { useCallTime } from '../reservation/use-call-time.ts';
import { useAction } from '../use-action.ts';
import { PlaceNotice } from '../waiting/place-notice.tsx';
import { openLink } from './address-token.ts';
import { ScanView } from './scan-view.tsx';
import { WaitingIcons, useWaitingReps } from './waiting-icons.tsx';
import './connect.css';

const words = texts.connect;

type ConnectPageProps = { model: CustomerModel; organisation: string };

/** Where a customer types the code that the rep has told, scans it, or presses the icon of the rep who waits. */
export function ConnectPage({ model, organisation }: ConnectPageProps) {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [isScanning, setScanning] = useState(false);
  const [entering, setEntering] = useState<string>();
  const [isNameless, setNameless] = useState(false);
  const waitingReps = useWaitingReps(model);
  const byIcon = useAction();

  const enterByIcon = ({ session, name: known }: WaitingRep) => {
    // The name by which the rep waits for them, unless they write another one; a stranger would have neither.
    const given = name.trim() === '' ? known : name;
    if (!v.is(PersonName, given)) return setNameless(true);
    setNameless(false);
    setEntering(session);
    byIcon.run(async () => {
      const entered = await model.server.call('reps.enter', { session, name: given });
      model.enter({ at: 'session', session: entered.session, place: null });
    });
  };
  return (
    <PageShell
      {...pageFrame(organisation)}
      title={words.title}
      lead={words.lead}
      headEnd={model.state.value.at === 'waiting' ? undefined : <PageLink href="/">{texts.haveNoCode}</PageLink>}
      aside={
        <>
          <WaitingIcons reps={waitingReps} entering={byIcon.isBusy ? entering : undefined} onEnter={enterByIcon} />
          <Advice model={model} />
        </>
      }
    >
      <LinkNotice model={model} />
      <PlaceNotice model={model}>{words.leavesLine}</PlaceNotice>
      <EndingNotices model={model} only="knock" />
      {(isNameless || byIcon.failure !== undefined) && (
        <Notice kind="wait" alert>
          {byIcon.failure ?? words.missingName}
        </Notice>
      )}
      {isScanning ? (
        <ScanView
          onStop={() => setScanning(false)}
          onFound={(found) => {
            setScanning(false);
            if (found.is === 'link') openLink(found.link);
            else setCode(found.code);
          }}
        />
      ) : (
        <CodeForm
          model={model}
          name={name}
          onName={setName}
          code={code}
          onCode={setCode}
          onScan={() => setScanning(true)}
        />
      )}
    </PageShell>
  );
}

type CodeFormProps = {
  model: CustomerModel;
  name: string;
  onName: (name: string) => void;
  code: string;
  onCode: (code: string) => void;
  onScan: () => void;
};

function CodeForm({ model, name, onName, code, onCode, onScan }: CodeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [wasTried, setTried] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const connecting = useAction();
  const hasName = v.is(PersonName, name);
  const hasCode = code.length === CODE_LENGTH;

  const connect = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    model.putAway('knock');
    setWorking(false);
    if (!hasName || !hasCode) return focusFirstFault(form);
    connecting.run(async () => {
      const { session } = await withProof(
        model.server,
        'code',
        (proven) => model.server.call('codes.enter', { name, code, ...proven }),
        () => setWorking(true),
      );
      model.enter({ at: 'session', session, place: null });
    });
  };
  const changeCode = (digits: string) => {
    onCode(digits);
    setTried(false);
    connecting.forget();
  };

  return (
    <form ref={form} class="connect-form" noValidate onSubmit={connect}>
      <div class="connect-name">
        <TextInput
          label={words.name}
          value={name}
          onValue={onName}
          autocomplete="name"
          required
          maxLength={80}
          error={wasTried && !hasName ? words.missingName : undefined}
        />
      </div>
      <CodeInput
        label={words.code}
        hint={words.hint}
        value={code}
        onValue={changeCode}
        error={connecting.failure ?? (wasTried && !hasCode ? words.missingCode : undefined)}
      />
      <span class="rh-unseen" role="alert">
        {connecting.failure}
      </span>
      <div class="form-end">
        <Button type="submit" kind="primary" busy={connecting.isBusy} busyText={words.sending}>
          {words.send}
        </Button>
        <Button kind="quiet" icon={QrIcon} onClick={onScan}>
          {words.scan.open}
        </Button>
        <p class="connect-working rh-soft" role="status">
          {connecting.isBusy && isWorking ? words.working : ''}
        </p>
      </div>
      <Notice kind="caution" title={words.strangerTitle}>
        {words.stranger}
      </Notice>
    </form>
  );
}

function Advice({ model }: { model: CustomerModel }) {
  return (
    <>
      <CallAdvice model={model} />
      <hr />
      <Advised icon={Smartphone} title={words.phoneTitle}>
        {words.phone}
      </Advised>
      <hr />
      <Advised icon={Clock} title={words.oldTitle}>
        {words.old}
      </Advised>
    </>
  );
}

/** For whom a call was reserved: what comes of it here. */
function CallAdvice({ model }: { model: CustomerModel }) {
  const reservation = model.reservation.value;
  const now = useCallTime(model, reservation);
  const advice = reservationTexts.connect;
  if (reservation === null) {
    return (
      <Advised icon={CalendarClock} title={advice.title}>
        {advice.text}
      </Advised>
    );
  }
  return (
    <Advised icon={CalendarClock} title={advice.mine}>
      {callAdvice(reservation, now)} <Link onClick={() => goTo('/')}>{reservationTexts.see}</Link>
    </Advised>
  );
}

function Advised({ icon, title, children }: { icon: IconNode; title: string; children: ComponentChildren }) {
  return (
    <section class="aside-line">
      <Icon icon={icon} size={20} />
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
    </section>
  );
}
