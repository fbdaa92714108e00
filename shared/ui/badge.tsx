import './badge.css';

type BadgeProps = {
  count: number;
  /** `quiet` for a count that asks for nothing. */
  kind?: 'accent' | 'quiet' | undefined;
  /** Readers hear this instead of the bare number: "4 waiting". */
  label?: string | undefined;
};

/** A count in a round mark; over 99 it says 99+. */
export function Badge({ count, kind = 'accent', label }: BadgeProps) {
  const digits = count > 99 ? '99+' : String(count);
  return (
    <span class={`rh-badge rh-badge-${kind}`}>
      <span aria-hidden={label !== undefined || undefined}>{digits}</span>
      {label !== undefined && <span class="rh-unseen">{label}</span>}
    </span>
  );
}
