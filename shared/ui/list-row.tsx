import type { ComponentChildren } from 'preact';
import './list-row.css';

type ListRowProps = {
  /** Order number, shape or icon. */
  start?: ComponentChildren;
  /** First line; names from outside as `<OutsideText>`. */
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** Small third line: channel, tags. */
  meta?: ComponentChildren;
  /** At the right: the time, with tabular numbers. */
  end?: ComponentChildren;
  /** `late`: waited longer than the channel's limit. */
  endKind?: 'plain' | 'late' | undefined;
  /** Its one action; seen on hover and keyboard focus, always there for readers and touch. */
  action?: ComponentChildren;
  /** The action is always drawn. */
  actionStays?: boolean | undefined;
  current?: boolean | undefined;
  /** The row has left; say why in `detail`. */
  gone?: boolean | undefined;
  /** The row itself opens something. */
  onOpen?: (() => void) | undefined;
};

type ListProps = {
  /** The accessible name. */
  label: string;
  /** Short lines without hairlines, in normal weight: the summaries of Home. */
  plain?: boolean | undefined;
  children: ComponentChildren;
};

/** A list of rows; hairlines between them. */
export function List({ label, plain, children }: ListProps) {
  return (
    <ul class={plain === true ? 'rh-list rh-list-plain' : 'rh-list'} aria-label={label}>
      {children}
    </ul>
  );
}

/** One row of a `<List>`, two lines as a rule. */
export function ListRow(props: ListRowProps) {
  const { start, title, detail, meta, end, endKind = 'plain', action, actionStays, current, gone, onOpen } = props;
  return (
    <li
      class="rh-list-row"
      aria-current={current === true ? 'true' : undefined}
      data-lines={detail === undefined && meta === undefined ? 1 : 2}
      data-gone={gone === true}
      data-action-stays={actionStays === true}
    >
      {start !== undefined && <span class="rh-list-row-start">{start}</span>}
      <div class="rh-list-row-words">
        {onOpen === undefined ? (
          <div class="rh-list-row-title">{title}</div>
        ) : (
          <button type="button" class="rh-list-row-title rh-list-row-open" onClick={onOpen}>
            {title}
          </button>
        )}
        {detail !== undefined && <div class="rh-list-row-detail">{detail}</div>}
        {meta !== undefined && <div class="rh-list-row-meta">{meta}</div>}
      </div>
      <div class="rh-list-row-end">
        {end !== undefined && <span class={`rh-list-row-time rh-list-row-time-${endKind}`}>{end}</span>}
        {action !== undefined && gone !== true && <span class="rh-list-row-action">{action}</span>}
      </div>
    </li>
  );
}
