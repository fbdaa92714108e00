import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { shellTexts } from '../../texts/host-shell-en.ts';
import type { ToolPaneProps } from '../tool-panes.ts';

/** The command lines. What draws terminals is large, and is loaded by whoever opens one. */
export function ShellPane(props: ToolPaneProps) {
  const [Room, setRoom] = useState<ComponentType<ToolPaneProps>>();
  useEffect(() => {
    void import('./shell-room.tsx').then(({ ShellRoom }) => setRoom(() => ShellRoom));
  }, []);
  return Room === undefined ? <Skeleton label={shellTexts.loading} /> : <Room {...props} />;
}
