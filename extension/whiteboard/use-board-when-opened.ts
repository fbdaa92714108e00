import { useEffect, useRef } from 'preact/hooks';

/** Calls `showBoard` when the whiteboard has just been opened; one that is open already when this is drawn moves nothing. */
export function useBoardWhenOpened(isOpen: boolean, showBoard: () => void): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !wasOpen.current) showBoard();
    wasOpen.current = isOpen;
  }, [isOpen]);
}
