import type { ComponentChildren } from 'preact';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import './own-details.css';

type OwnDetailsProps = {
  title: string;
  /** What the customer wrote; what is empty is left out. A message keeps its lines. */
  lines: readonly { term: string; text: string; isMessage?: boolean; after?: string }[];
  /** Further lines, below. */
  children?: ComponentChildren;
};

/** What the customer asked or told, as the person who answers reads it. */
export function OwnDetails({ title, lines, children }: OwnDetailsProps) {
  return (
    <>
      <h2>{title}</h2>
      <dl class="own-details">
        {lines
          .filter(({ text }) => text !== '')
          .map(({ term, text, isMessage, after = '' }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <OutsideText text={text} {...(isMessage === true ? { as: 'message' } : {})} />
                {after}
              </dd>
            </div>
          ))}
        {children}
      </dl>
    </>
  );
}
