import { Copy, Info, Phone } from 'lucide';
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { calendarDay, clockTime } from '../../shared/ui/format-time.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { myPart } from '../members/my-part.ts';
import { detailTexts as words } from '../texts/details-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import type { ConsentDesk } from './consent-desk.ts';
import './request-details.css';

type DetailsProps = { head: SessionHead; entries: readonly LogEntry[]; consents: ConsentDesk };

/** A button that opens everything that is known of who asks and of their computer. */
export function DetailsButton(props: DetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Info} label={words.open} onClick={() => setOpen(true)} />
      {isOpen && <DetailsDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The number of whoever asks, one press away, until their computer is seen: calling first tells what to look at. */
export function CallFirst({ head: { customer, facts, call } }: { head: SessionHead }) {
  if (customer.phone === '' || facts !== null || call !== undefined) return null;
  return (
    <p class="ext-call-first" title={words.callWhy}>
      <Icon icon={Phone} />
      <span>{words.callFirst(firstName(customer.name))}</span>
      <PhoneLink phone={customer.phone} />
    </p>
  );
}

function DetailsDialog({ head, entries, consents, onClose }: DetailsProps & { onClose: () => void }) {
  const { desk } = useView();
  const { customer, facts } = head;
  const name = firstName(customer.name);
  const request = entries.find((entry) => entry.kind === 'requested');
  const hindrance = whyNotAsked(head, consents, desk.desk.value?.account.id);
  return (
    <Dialog
      title={words.title(safeName(customer.name))}
      harmless={words.close}
      onHarmless={onClose}
      act={head.state === 'live' ? words.connect : undefined}
      actDisabledReason={hindrance}
      onAct={() => {
        onClose();
        consents.begin(head.id, 'view');
      }}
    >
      <CallFirst head={head} />
      <Facts
        title={words.person}
        facts={[
          { label: words.name, value: outside(customer.name) },
          {
            label: words.email,
            value: customer.email === '' ? null : <Link href={`mailto:${customer.email}`}>{customer.email}</Link>,
          },
          { label: words.phone, value: customer.phone === '' ? null : <PhoneLink phone={customer.phone} /> },
          { label: words.channel, value: outside(head.channelName) },
          { label: words.reason, value: outside(head.reason) },
          { label: words.message, value: request === undefined ? null : message(request.message) },
          { label: request === undefined ? words.began : words.asked, value: moment(request?.at ?? head.startedAt) },
        ]}
      />
      <Facts
        title={words.computer}
        facts={[
          { label: words.computerName, value: outside(facts?.computer) },
          { label: words.user, value: outside(facts?.user) },
          { label: words.platform, value: outside(facts?.platform) },
          { label: words.address, value: outside(facts?.localAddress) },
          { label: words.monitors, value: facts === null ? null : String(facts.monitors) },
        ]}
      />
      {facts === null && <p class="rh-soft">{words.noHost(name)}</p>}
      {facts === null && <InstallLink name={name} />}
    </Dialog>
  );
}

/** The address of the page where the customer gets the program. */
function InstallLink({ name }: { name: string }) {
  const { desk, orders } = useView();
  const origin = desk.desk.value?.origin;
  if (origin === undefined) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(`${origin}/`);
    orders.tell(words.copied);
  };
  return (
    <p class="ext-install">
      <span>
        <Link href={`${origin}/`} target="_blank">
          {words.install}
        </Link>
        <span class="rh-soft">{words.installHint(name)}</span>
      </span>
      <IconButton icon={Copy} label={words.copy} onClick={() => void copy()} />
    </p>
  );
}

function PhoneLink({ phone }: { phone: string }) {
  return <Link href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`}>{safeName(phone)}</Link>;
}

type Fact = { readonly label: string; readonly value: ComponentChildren };

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl class="ext-details" aria-label={title}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function outside(text: string | undefined): ComponentChildren {
  return text === undefined || text === '' ? null : <OutsideText text={text} />;
}

function message(text: string): ComponentChildren {
  return text === '' ? null : <OutsideText text={text} as="message" />;
}

/** In the rep's own time, with its zone: whoever is asked when it began may live in another one. */
function moment(at: number): string {
  const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return words.at(calendarDay(at), clockTime(at), zone?.value ?? '');
}

function whyNotAsked(head: SessionHead, consents: ConsentDesk, me: Parameters<typeof myPart>[1]): string | undefined {
  if (!myPart(head, me).isOwner) return words.ownerOnly;
  if (head.consents.some(({ scope }) => scope === 'view' || scope === 'control')) return words.isOpen;
  return head.ask === null ? consents.denied('view') : words.isAsked;
}
