import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import './session-facts.css';

/** Who, when and about what, in one row of pairs. What has no value is left out. */
export function SessionFacts({ rows }: { rows: readonly { readonly name: string; readonly value: string }[] }) {
  return (
    <dl class="session-facts">
      {rows
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <OutsideText text={value} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
