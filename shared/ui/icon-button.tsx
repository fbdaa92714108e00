import type { ButtonHTMLAttributes } from 'preact';
import { Badge } from './badge.tsx';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { ariaKeys } from './this-keyboard.ts';
import { Tooltip } from './tooltip.tsx';
import './icon-button.css';

type IconButtonProps = {
  icon: IconNode;
  /** The accessible name; also the tooltip. */
  label: string;
  keyHint?: string | undefined;
  /** Given, the button is a toggle: on or off. */
  pressed?: boolean | undefined;
  /** `toolbar` is 32 px instead of 28. For customers both are 44. */
  size?: 'normal' | 'toolbar' | undefined;
  /** A count at the corner; say it in the label too. */
  count?: number | undefined;
  disabledReason?: string | undefined;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'children' | 'class' | 'className' | 'label'>;

/** A square button with a picture only; its name and key come as a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keyHint, pressed, size = 'normal', count, disabledReason, onClick, ...rest } = props;
  const isHeld = disabledReason !== undefined;
  return (
    <Tooltip text={disabledReason ?? label} keyHint={keyHint}>
      <button
        type="button"
        {...rest}
        class={`rh-icon-button rh-icon-button-${size}`}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={isHeld || undefined}
        aria-keyshortcuts={keyHint === undefined ? undefined : ariaKeys(keyHint)}
        onClick={(event) => (isHeld ? event.preventDefault() : onClick?.(event))}
      >
        <Icon icon={icon} />
        {count !== undefined && count > 0 && (
          <span class="rh-icon-button-count" aria-hidden="true">
            <Badge count={count} />
          </span>
        )}
      </button>
    </Tooltip>
  );
}
