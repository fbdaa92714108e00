import { Download } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { texts } from '../../texts/admin-en.ts';

type StatisticsPartProps<Part extends string> = {
  title: string;
  detail?: ComponentChildren;
  part: Part;
  onCsv: (part: Part) => void;
  /** Takes the whole width. */
  wide?: boolean | undefined;
  /** Tables bring their own gutter. */
  flush?: boolean | undefined;
  children: ComponentChildren;
};

/** One part of the statistics with its title, and its data as a file. */
export function StatisticsPart<Part extends string>(props: StatisticsPartProps<Part>) {
  const { title, detail, part, onCsv, wide, flush, children } = props;
  const id = useId();
  return (
    <section class={wide === true ? 'stat-part stat-part-wide' : 'stat-part'} aria-labelledby={id}>
      <header class="stat-part-head">
        <div>
          <h2 id={id} class="stat-part-title">
            {title}
          </h2>
          <div class="stat-part-detail">{detail}</div>
        </div>
        <IconButton icon={Download} label={texts.statistics.csvOf(title)} onClick={() => onCsv(part)} />
      </header>
      <div class={flush === true ? undefined : 'stat-part-body'}>{children}</div>
    </section>
  );
}
