import { render } from 'preact';
import { keepFocus } from '../../shared/ui/keep-focus.ts';
import { watchKeys } from '../keys/key.ts';
import { openView } from '../view/open-view.ts';
import { keepTheme } from '../view/keep-theme.ts';
import { ViewContext } from '../view/view-context.ts';
import { keepPanel } from './keep-panel.ts';
import { keepPlace } from './keep-place.ts';
import { PanelContext } from './panel-context.ts';
import { panelKeys } from './panel-keys.ts';
import { createPanelModel } from './panel-model.ts';
import { Panel } from './panel.tsx';
import { takeAsked } from './take-asked.ts';

/** Draws the panel into `place` and keeps it true for as long as the page lives. */
export function showPanel(place: HTMLElement): void {
  const view = openView();
  const panel = createPanelModel(view);
  keepTheme(view.desk);
  keepPanel(view, panel);
  void keepPlace(view, panel);
  takeAsked(view, panel);
  watchKeys(view, panelKeys(view, panel));
  keepFocus(document);
  render(
    <ViewContext.Provider value={view}>
      <PanelContext.Provider value={panel}>
        <Panel />
      </PanelContext.Provider>
    </ViewContext.Provider>,
    place,
  );
}
