import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsentAsk, ConsentMinutes, ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Segments } from '../../shared/ui/segments.tsx';
import { texts } from '../texts/en.ts';
import './ask-form.css';

type AskFormProps = {
  scope: ConsentScope;
  customer: string;
  onAsk: (ask: ConsentAsk) => void;
  onCancel: () => void;
};

type Term = '15' | '30' | 'session';
const minutesOf: Record<Term, ConsentMinutes> = { '15': 15, '30': 30, session: null };

/** What exactly is asked for, and for how long. The customer sees the same words. */
export function AskForm({ scope, customer, onAsk, onCancel }: AskFormProps) {
  const [term, setTerm] = useState<Term>('15');
  const [devices, setDevices] = useState<ControlDevices>('both');
  const words = texts.ask;
  const send = useRef<HTMLButtonElement>(null);
  // Opened by a key as often as not: then Enter asks, and Esc takes it back.
  useEffect(() => {
    send.current?.focus();
    const cancelOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onCancel();
    document.addEventListener('keydown', cancelOnEscape);
    return () => document.removeEventListener('keydown', cancelOnEscape);
  }, []);
  return (
    <form
      class="ext-ask"
      aria-label={words.title(scope, customer)}
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ scope, devices, minutes: minutesOf[term] });
      }}
    >
      <p class="ext-ask-title">{words.title(scope, customer)}</p>
      <Segments
        label={words.howLong}
        segments={[
          { value: '15', label: words.minutes(15) },
          { value: '30', label: words.minutes(30) },
          { value: 'session', label: words.session },
        ]}
        value={term}
        onValue={setTerm}
      />
      {scope === 'control' && (
        <Segments
          label={words.which}
          segments={[
            { value: 'both', label: words.devices.both },
            { value: 'pointer', label: words.devices.pointer },
            { value: 'keyboard', label: words.devices.keyboard },
          ]}
          value={devices}
          onValue={setDevices}
        />
      )}
      <div class="ext-ask-buttons">
        <Button ref={send} type="submit" kind="primary">
          {words.send(customer)}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
