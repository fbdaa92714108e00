import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelModel, SignedIn } from '../panel-model.ts';
import type { Router } from './router.ts';

/** What every page of the panel works with. */
export interface Panel {
  readonly model: PanelModel;
  readonly router: Router;
  readonly signedIn: SignedIn;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

/** The panel that a page stands in. Only below `PanelContext.Provider`. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('A page of the panel was drawn outside of it.');
  return panel;
}
