import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelModel } from './panel-model.ts';

/** Around everything that {@link usePanel} is called in. */
export const PanelContext = createContext<PanelModel | undefined>(undefined);

/** The panel that the component belongs to. */
export function usePanel(): PanelModel {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('This component stands outside of a PanelContext.');
  return panel;
}
