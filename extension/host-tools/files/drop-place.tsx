import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** How what is dragged from one side to the other is called; the browser shows these words to nobody. */
export const dragTypes = {
  local: 'application/x-remotehelp-local',
  remote: 'application/x-remotehelp-remote',
} as const;

type DropPlaceProps = {
  /** Kinds of what may be dropped. */
  takes: readonly string[];
  /** Shown while it is held over this place. */
  hint: string;
  onDrop: (transfer: DataTransfer) => unknown;
  children: ComponentChildren;
};

/** A part of the pane that things are dropped on. Whoever cannot drag has a button for the same. */
export function DropPlace({ takes, hint, onDrop, children }: DropPlaceProps) {
  const [isOver, setOver] = useState(false);
  const fits = (event: DragEvent) => event.dataTransfer?.types.some((type) => takes.includes(type)) === true;
  return (
    <div
      class="ext-files-list"
      data-over={isOver}
      onDragOver={(event) => {
        if (!fits(event)) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!fits(event) || event.dataTransfer === null) return;
        event.preventDefault();
        void onDrop(event.dataTransfer);
      }}
    >
      {children}
      {isOver && (
        <div class="ext-files-drop" aria-hidden="true">
          {hint}
        </div>
      )}
    </div>
  );
}
