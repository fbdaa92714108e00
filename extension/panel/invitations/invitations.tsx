import { DoorOpen } from 'lucide';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { InvitationSecret } from '../../../shared/contract/invitation.ts';
import type { RepInvitation } from '../../../shared/contract/invitation.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { duration } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { invitationTexts as words } from '../../texts/invitations-en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import './invitations.css';

/** What customers sent to the rep's help desks, and the field for a link or code from anywhere else. */
export function Invitations() {
  const { desk } = useView();
  const rows = desk.invitations.value.filter(({ kind }) => kind === 'invitation');
  return (
    <Section title={words.title} flush>
      {rows.length > 0 && (
        <List label={words.title}>
          {rows.map((row) => (
            <InvitationRow key={row.id} row={row} />
          ))}
        </List>
      )}
      <OpenInvitation />
    </Section>
  );
}

function InvitationRow({ row }: { row: RepInvitation }) {
  const { desk, orders } = useView();
  const panel = usePanel();
  const [isOpening, setOpening] = useState(false);
  const now = useNow(desk.clock);
  const connect = async () => {
    setOpening(true);
    const go = panel.wayFromHere();
    const answer = await orders.give('invitations.take', { invitation: row.id });
    setOpening(false);
    if (answer !== undefined) go(answer.session.id);
  };
  return (
    <ListRow
      title={<OutsideText text={row.name} />}
      detail={row.helper === null ? <OutsideText text={row.message} /> : words.helped(safeName(row.helper))}
      meta={<OutsideText text={row.channelName} />}
      end={duration(now - row.createdAt)}
      actionStays
      action={
        row.helper === null ? (
          <Button
            aria-label={words.connectName(safeName(row.name))}
            busy={isOpening}
            busyText={words.opening}
            onClick={() => void connect()}
          >
            {words.connect}
          </Button>
        ) : undefined
      }
    />
  );
}

function OpenInvitation() {
  const { orders } = useView();
  const panel = usePanel();
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    if (!v.is(InvitationSecret, secret)) return setError(words.wrong);
    setOpening(true);
    const go = panel.wayFromHere();
    const answer = await orders.give('invitations.open', { secret });
    setOpening(false);
    if (answer === undefined) return;
    setSecret('');
    go(answer.session.id);
  };
  return (
    <form
      class="ext-invitation-open"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextInput
        label={words.field}
        value={secret}
        onValue={(typed) => {
          setSecret(typed);
          setError(undefined);
        }}
        error={error}
        autocomplete="off"
        spellcheck={false}
        maxLength={400}
      />
      <Button type="submit" icon={DoorOpen} busy={isOpening} busyText={words.opening}>
        {words.open}
      </Button>
    </form>
  );
}
