import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { ToolScope } from '../../shared/contract/consent.ts';
import { isTyping } from '../../shared/ui/is-typing.ts';
import { focusIn } from '../../shared/ui/keep-focus.ts';

/**
 * The keys go where the rep looks: a tool that comes over the picture gets the focus, so that nothing is typed at the customer
 * below it and what was held there is let go; when it goes, whoever had the focus gets it back. Whoever writes beside the
 * picture goes on writing. Give what it returns to the box of the tool.
 */
export function useToolFocus(tool: ToolScope | null): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const isShown = tool !== null;
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && !isTyping(document.activeElement)) before.focus();
    };
  }, [isShown]);
  useLayoutEffect(() => {
    const at = document.activeElement;
    const isWriting = isTyping(at) && at?.closest('.ext-window-picture') === null;
    if (box.current !== null && !isWriting) focusIn(box.current);
  }, [tool]);
  return box;
}
