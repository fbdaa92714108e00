import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys, drawnKeys } from './this-keyboard.ts';
import './button.css';

/** What a button is for; see the table in README.md. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'danger-filled' | 'consent';

type ButtonLook = {
  /** One `primary` a view; `consent` only for a yes to being seen or controlled. Plain unless said. */
  kind?: ButtonKind | undefined;
  /** `main` is 32 px in the panel instead of 28; for customers both are 44. */
  size?: 'normal' | 'main' | undefined;
  icon?: IconNode | undefined;
  /** The key that does the same, as written on the keyboard: `Alt A`. */
  keyHint?: string | undefined;
  /** The same where there is no room for it: as a tooltip. */
  quietKey?: string | undefined;
  /** Takes the whole width of its box. */
  wide?: boolean | undefined;
  children: ComponentChildren;
};

type ButtonProps = ButtonLook & {
  /** While true the button says `busyText`, keeps its width and its focus, and ignores presses. */
  busy?: boolean | undefined;
  busyText?: string | undefined;
  /** Why it cannot be pressed now: it stays focusable, ignores presses and tells the reason. */
  disabledReason?: string | undefined;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'children' | 'class' | 'className'>;

/** A real button. Of type `button` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { kind, size, icon, keyHint, quietKey, wide, children, busy, busyText, disabledReason, onClick, ...rest } =
    props;
  const keys = keyHint ?? quietKey;
  const isHeld = busy === true || disabledReason !== undefined;
  return (
    <button
      type="button"
      {...rest}
      class={buttonClass({ kind, size, wide })}
      aria-disabled={isHeld || rest['aria-disabled']}
      aria-busy={busy === true || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      title={disabledReason ?? rest.title ?? (quietKey === undefined ? undefined : drawnKeys(quietKey))}
      onClick={(event) => (isHeld ? event.preventDefault() : onClick?.(event))}
    >
      <span class="rh-button-face" data-away={busy === true && busyText !== undefined}>
        <ButtonFace icon={icon} keyHint={keyHint}>
          {children}
        </ButtonFace>
      </span>
      {busyText !== undefined && (
        <span class="rh-button-face" data-away={busy !== true}>
          {busyText}
        </span>
      )}
    </button>
  );
}

type LinkButtonProps = ButtonLook & {
  href: string;
  /** `_blank` opens a tab that knows nothing of this one. */
  target?: '_blank' | undefined;
  /** The name of the file to save, for a download. */
  download?: string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
};

/** Looks like a button and goes to an address. */
export function LinkButton(props: LinkButtonProps) {
  const { kind, size, icon, keyHint, wide, children, href, target, download, onClick } = props;
  return (
    <a
      class={buttonClass({ kind, size, wide })}
      href={href}
      target={target}
      rel={target === undefined ? undefined : 'noopener noreferrer'}
      download={download}
      onClick={onClick}
    >
      <span class="rh-button-face">
        <ButtonFace icon={icon} keyHint={keyHint}>
          {children}
        </ButtonFace>
      </span>
    </a>
  );
}

function buttonClass({ kind = 'plain', size = 'normal', wide }: Pick<ButtonLook, 'kind' | 'size' | 'wide'>): string {
  return `rh-button rh-button-${kind} rh-button-size-${size}${wide === true ? ' rh-button-wide' : ''}`;
}

function ButtonFace({ icon, keyHint, children }: Pick<ButtonLook, 'icon' | 'keyHint' | 'children'>) {
  return (
    <>
      {icon !== undefined && <Icon icon={icon} />}
      <span class="rh-button-words">{children}</span>
      {keyHint !== undefined && (
        <span aria-hidden="true" class="rh-button-key">
          <KeyHint keys={keyHint} />
        </span>
      )}
    </>
  );
}
