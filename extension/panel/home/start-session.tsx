import { Play, User } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { usePanel } from '../panel-context.ts';
import { openViewerWindow } from '../../platform/viewer-window.ts';
import { texts } from '../../texts/en.ts';
import { waysInTexts } from '../../texts/ways-in-en.ts';
import { useView } from '../../view/view-context.ts';

/** Begins a session by code or link: with the chat, or straight in the viewer window, which then shows the code. */
export function StartSession() {
  const { orders } = useView();
  const panel = usePanel();
  const customer = panel.customerName.value;
  const setCustomer = (name: string) => {
    panel.customerName.value = name;
  };
  const [isStarting, setStarting] = useState(false);
  const start = async (where: 'chat' | 'control') => {
    setStarting(true);
    const answer = await orders.give('sessions.start', { customer });
    setStarting(false);
    if (answer === undefined) return;
    // Whatever was typed since is the next customer's.
    if (panel.customerName.value === customer) setCustomer('');
    if (where === 'chat') panel.showWaysIn(answer.session.id);
    else await openViewerWindow(answer.session.id);
  };
  return (
    <form
      class="ext-start"
      onSubmit={(event) => {
        event.preventDefault();
        void start('chat');
      }}
    >
      <TextInput
        name="customer"
        label={texts.home.customer}
        placeholder={texts.home.customer}
        labelUnseen
        icon={User}
        value={customer}
        onValue={setCustomer}
        maxLength={80}
        autocomplete="off"
      />
      <span class="ext-start-split">
        <Button
          type="submit"
          kind="primary"
          size="main"
          icon={Play}
          keyHint="N"
          busy={isStarting}
          busyText={texts.home.starting}
        >
          {texts.home.start}
        </Button>
        <Menu
          label={waysInTexts.start.menu}
          kind="primary"
          size="main"
          items={[
            { key: 'chat', label: waysInTexts.start.chat },
            { key: 'control', label: waysInTexts.start.control },
          ]}
          onSelect={(where) => void start(where)}
        />
      </span>
    </form>
  );
}
