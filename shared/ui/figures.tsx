import './figures.css';

/** One number with what it counts; `note` stands beside it, `label` above (admin) or below (panel). */
export type Figure = { label: string; value: string; note?: string | undefined };

/** A few numbers in one line with hairlines between them. `wide` is the admin's, full width with labels above. */
export function Figures({ figures, wide }: { figures: readonly Figure[]; wide?: boolean | undefined }) {
  return (
    <dl class={wide === true ? 'rh-figures rh-figures-wide' : 'rh-figures'}>
      {figures.map((figure) => (
        <div key={figure.label} class="rh-figure">
          <dt>{figure.label}</dt>
          <dd>
            <span class="rh-figure-value">{figure.value}</span>
            {figure.note !== undefined && <span class="rh-figure-note">{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
