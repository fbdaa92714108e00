import { useLayoutEffect, useRef } from 'preact/hooks';
import { neighbourByArrow } from '../../../shared/ui/arrow-keys.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { shellTexts as words } from '../../texts/host-shell-en.ts';
import type { OpenShell, ShellModel } from './shell-model.ts';

type ShellTabsProps = {
  model: ShellModel;
  /** The one whose name is being written. */
  renaming: number | undefined;
  onRenaming: (shell: number | undefined) => void;
};

/** One tab each. A double click or F2 renames, arrows move, Enter goes back into the terminal. */
export function ShellTabs({ model, renaming, onRenaming }: ShellTabsProps) {
  const all = model.shells.value;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = neighbourByArrow(
      all.map(({ shell }) => shell),
      model.current.value ?? 0,
      event,
      'row',
    );
    if (next === undefined) return;
    event.preventDefault();
    model.current.value = next;
    // The terminal takes the focus as it comes in sight; whoever walks along the tabs stays there.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div ref={list} class="rh-tabs-list ext-shell-tabs" role="tablist" aria-label={words.tabs}>
      {all.map((one) =>
        one.shell === renaming ? (
          <NameField
            key={one.shell}
            shell={one}
            onDone={(name) => {
              if (name !== undefined) model.rename(one.shell, name);
              onRenaming(undefined);
              one.terminal.focus();
            }}
          />
        ) : (
          <button
            key={one.shell}
            type="button"
            class="rh-tab ext-shell-tab"
            role="tab"
            data-ended={one.ended !== null}
            aria-selected={one.shell === model.current.value}
            tabIndex={one.shell === model.current.value ? 0 : -1}
            title={one.ended === null ? undefined : words.ended(one.ended.exitCode)}
            onClick={() => {
              model.current.value = one.shell;
            }}
            onDblClick={() => onRenaming(one.shell)}
            onKeyDown={(event) => {
              if (event.key === 'F2') onRenaming(one.shell);
              else if (event.key === 'Enter') {
                event.preventDefault();
                one.terminal.focus();
              } else move(event);
            }}
          >
            {safeName(one.name)}
          </button>
        ),
      )}
    </div>
  );
}

function NameField({ shell, onDone }: { shell: OpenShell; onDone: (name: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const done = (name: string | undefined) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name);
  };
  // Before anything more can be typed, which would go into the terminal.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      class="rh-input ext-shell-name"
      aria-label={words.rename(safeName(shell.name))}
      maxLength={40}
      defaultValue={shell.name}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(event.currentTarget.value);
        if (event.key === 'Escape') done(undefined);
      }}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  );
}
