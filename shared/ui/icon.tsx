import { createElement } from 'preact';
import './icon.css';

/** A drawing as `lucide` exports it by name: the shapes of a 24 × 24 view box. */
export type IconNode = readonly (readonly [tag: string, attributes: Record<string, string | number | undefined>])[];

type IconProps = {
  icon: IconNode;
  /** The name for readers when the icon stands alone; without it the icon is decoration. */
  label?: string | undefined;
  /** Edge in px; without it 16 for reps and 20 for customers. */
  size?: number | undefined;
};

/** Draws one `lucide` icon in the colour of the words around it. */
export function Icon({ icon, label, size }: IconProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  const edge = size === undefined ? {} : { width: size, height: size, 'stroke-width': size > 16 ? 1.75 : 2 };
  return (
    <svg class={size === undefined ? 'rh-icon rh-icon-by-density' : 'rh-icon'} viewBox="0 0 24 24" {...name} {...edge}>
      {icon.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
