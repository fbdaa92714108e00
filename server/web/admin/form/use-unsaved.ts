import { useId, useLayoutEffect } from 'preact/hooks';
import { usePanel } from '../frame/panel-context.ts';

/** While `isUnsaved`, leaving the page asks first. A page may have several forms that say so. */
export function useUnsaved(isUnsaved: boolean): void {
  const { model, router } = usePanel();
  const form = useId();
  // With the words that say so, and not a moment later: what is pressed in between would lose it.
  useLayoutEffect(() => {
    router.setUnsaved(isUnsaved, form);
    // A toast stands where the bar that lists the changes begins.
    if (isUnsaved) model.closeToast();
    return () => router.setUnsaved(false, form);
  }, [model, router, form, isUnsaved]);
}
