import { CalendarClock, Clock, Smartphone } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { PersonName } from '../../../../shared/contract/text.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { CODE_LENGTH } from '../../../../shared/ui/code-digits.ts';
import { CodeInput } from '../../../../shared/ui/code-input.tsx';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { reservationTexts } from '../../texts/customer-reservation-en.ts';
import { texts } from '../../texts/customer-en.ts';
import { goTo } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.ts';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { dayName } from '../reservation/call-times.ts';
import { useAction } from '../use-action.ts';
import './connect.css';

const words = texts.connect;

type ConnectPageProps = { model: CustomerModel; organisation: string };

/** Where a customer types the code that the rep has told. */
export function ConnectPage({ model, organisation }: ConnectPageProps) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [wasTried, setTried] = useState(false);
  const connecting = useAction();
  const hasName = v.is(PersonName, name);
  const hasCode = code.length === CODE_LENGTH;

  const connect = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!hasName || !hasCode) return focusFirstFault(form);
    connecting.run(async () => {
      const { session } = await model.server.call('codes.enter', { name, code });
      model.enter({ at: 'session', session, place: null });
    });
  };
  const changeCode = (digits: string) => {
    setCode(digits);
    setTried(false);
    connecting.forget();
  };

  return (
    <PageShell
      {...pageFrame(organisation)}
      title={words.title}
      lead={words.lead}
      headEnd={<NoCodeLink />}
      aside={<Advice reservation={model.reservation.value} />}
    >
      <LinkNotice model={model} />
      <form ref={form} class="connect-form" noValidate onSubmit={connect}>
        <div class="connect-name">
          <TextInput
            label={words.name}
            value={name}
            onValue={setName}
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
        </div>
        <Notice kind="caution" title={words.strangerTitle}>
          {words.stranger}
        </Notice>
      </form>
    </PageShell>
  );
}

function NoCodeLink() {
  return (
    <Link
      href="/"
      onClick={(event) => {
        event.preventDefault();
        goTo('/');
      }}
    >
      {texts.haveNoCode}
    </Link>
  );
}

function Advice({ reservation }: { reservation: OwnReservation | null }) {
  return (
    <>
      <CallAdvice reservation={reservation} />
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
function CallAdvice({ reservation }: { reservation: OwnReservation | null }) {
  const advice = reservationTexts.connect;
  if (reservation === null) {
    return (
      <Advised icon={CalendarClock} title={advice.title}>
        {advice.text}
      </Advised>
    );
  }
  const { wishedAt } = reservation.form;
  return (
    <Advised icon={CalendarClock} title={advice.mine}>
      {wishedAt === null ? advice.soon : advice.at(dayName(wishedAt), clockTime(wishedAt))}{' '}
      <Link onClick={() => goTo('/')}>{reservationTexts.see}</Link>
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
