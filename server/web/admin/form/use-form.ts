import { useEffect, useId, useState } from 'preact/hooks';

type Faults<Values> = Partial<Record<keyof Values, string>>;

/** What stands in a form, against what is saved. */
export interface Form<Values> {
  readonly values: Values;
  readonly faults: Faults<Values>;
  /** The form's `id`: its first field with a fault gets the focus when `check` or `blame` found one. */
  readonly id: string;
  set<Key extends keyof Values>(key: Key, value: Values[Key]): void;
  /** Whether everything fits; if not, the words stand at the fields. */
  check(): boolean;
  /** The server found a fault in a field. */
  blame(key: keyof Values, words: string): void;
  /** Back to what is saved. */
  discard(): void;
  /** What was sent is saved: each field that was not changed since then shows what is saved now. */
  sent(values: Values): void;
}

/**
 * Keeps what is typed beside what is saved: a field that nobody has changed shows what is saved now. A field's fault goes as soon
 * as it is changed.
 */
export function useForm<Values extends object>(saved: Values, find: (values: Values) => Faults<Values>): Form<Values> {
  const [typed, setTyped] = useState<Partial<Values>>({});
  const values: Values = { ...saved, ...typed };
  const [faults, setFaults] = useState<Faults<Values>>({});
  const [checks, setChecks] = useState(0);
  const id = useId();
  useEffect(() => {
    if (checks > 0) document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [id, checks]);
  const show = (found: Faults<Values>) => {
    setFaults(found);
    setChecks((before) => before + 1);
  };
  return {
    values,
    faults,
    id,
    set(key, value) {
      setTyped((before) => ({ ...before, [key]: value }));
      setFaults((before) => {
        const rest = { ...before };
        delete rest[key];
        return rest;
      });
    },
    check() {
      const found = find(values);
      show(found);
      return Object.keys(found).length === 0;
    },
    blame: (key, words) => show({ ...faults, [key]: words }),
    discard() {
      setTyped({});
      setFaults({});
    },
    sent: (known) => setTyped((before) => leftOf(before, known)),
  };
}

/** What is typed and was not sent like that. */
function leftOf<Values extends object>(typed: Partial<Values>, sent: Values): Partial<Values> {
  const left = { ...typed };
  for (const key of Object.keys(sent) as (keyof Values)[]) if (left[key] === sent[key]) delete left[key];
  return left;
}
