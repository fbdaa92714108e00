import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { WaitingRep } from '../../../../shared/contract/connection-entry.ts';
import type { ConnectionLink } from '../../../../shared/contract/connection-link.ts';
import { PersonName } from '../../../../shared/contract/text.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { Button } from '../../../../shared/ui/button.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { useAction } from '../use-action.ts';
import { PlaceNotice } from '../waiting/place-notice.tsx';
import { forgetLink } from './address-token.ts';
import { DeviceWays } from './device-ways.tsx';
import './connect.css';

const words = texts.connect;

type LinkPageProps = { model: CustomerModel; organisation: string; link: ConnectionLink };

/** Somebody has followed a link: who invites stands there first, and one press connects. */
export function LinkPage({ model, organisation, link }: LinkPageProps) {
  const looking = useAction();
  const [invited, setInvited] = useState<WaitingRep>();
  const isOpen = model.link.value.at === 'open';
  useEffect(() => {
    if (!isOpen || invited !== undefined) return;
    looking.run(async () => setInvited(await model.server.call('links.look', { token: link.token })));
  }, [isOpen, link.token]);
  const rep = invited === undefined ? undefined : firstName(invited.rep.displayName);

  return (
    <PageShell
      {...pageFrame(organisation)}
      title={rep === undefined ? words.title : words.link.title(rep)}
      lead={organisation === '' ? words.link.leadPlain : words.link.lead(safeName(organisation))}
      headEnd={<Link onClick={forgetLink}>{words.link.byCode}</Link>}
      aside={<DeviceWays link={link} />}
    >
      <LinkNotice model={model} />
      <PlaceNotice model={model}>{words.leavesLine}</PlaceNotice>
      {looking.failure !== undefined && (
        <Notice kind="danger" alert action={<Button onClick={forgetLink}>{words.link.byCode}</Button>}>
          {looking.failure}
        </Notice>
      )}
      {looking.failure === undefined && invited === undefined && <Skeleton label={words.link.opening} rows={3} />}
      {invited !== undefined && <Accept key={invited.session} model={model} link={link} invited={invited} />}
    </PageShell>
  );
}

function Accept({ model, link, invited }: { model: CustomerModel; link: ConnectionLink; invited: WaitingRep }) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(invited.name);
  const [wasTried, setTried] = useState(false);
  const connecting = useAction();
  const hasName = v.is(PersonName, name);
  const connect = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!hasName) return focusFirstFault(form);
    connecting.run(async () => {
      const { session } = await model.server.call('links.enter', { name, token: link.token });
      forgetLink();
      model.enter({ at: 'session', session, place: null });
    });
  };
  const { displayName, picture } = invited.rep;
  return (
    <form ref={form} class="connect-form" noValidate onSubmit={connect}>
      <div class="connect-inviter">
        <Avatar name={displayName} pictureUrl={picture ?? undefined} size={52} kind="staff" />
        <b>{safeName(displayName)}</b>
      </div>
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
      {connecting.failure !== undefined && (
        <Notice kind="danger" alert>
          {connecting.failure}
        </Notice>
      )}
      <div class="form-end">
        <Button type="submit" kind="primary" busy={connecting.isBusy} busyText={words.sending}>
          {words.link.connect(firstName(displayName))}
        </Button>
      </div>
      <Notice kind="caution" title={words.strangerLinkTitle}>
        {words.stranger}
      </Notice>
    </form>
  );
}
