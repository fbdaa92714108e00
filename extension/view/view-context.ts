import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { View } from './open-view.ts';

/** Around everything that {@link useView} is called in. */
export const ViewContext = createContext<View | undefined>(undefined);

/** The view that the component belongs to. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('This component stands outside of a ViewContext.');
  return view;
}
