import { effect } from '@preact/signals';
import { render } from 'preact';
import * as v from 'valibot';
import { ToolScope } from '../../shared/contract/consent.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { keepFocus } from '../../shared/ui/keep-focus.ts';
import { watchKeys } from '../keys/key.ts';
import { openView } from '../view/open-view.ts';
import { keepTheme } from '../view/keep-theme.ts';
import { ViewContext } from '../view/view-context.ts';
import { ViewerWindow } from './viewer-window.tsx';
import { windowKeys } from './window-keys.ts';
import { createWindowModel } from './window-model.ts';

/**
 * Draws the viewer of the session that the address names. The address is all that a stranger could choose, so it
 * chooses nothing: it says which of the rep's open sessions is shown, and which tool of it stands first.
 */
export function showWindow(place: HTMLElement, address: URL): void {
  const view = openView();
  keepTheme(view.desk);
  const session = v.safeParse(SessionId, address.searchParams.get('session'));
  const model = createWindowModel(view, session.success ? session.output : undefined);
  watchKeys(view, windowKeys(model));
  const showTool = (hash: string) => {
    const tool = v.safeParse(ToolScope, hash.slice(1));
    if (tool.success) model.tool.value = tool.output;
  };
  showTool(address.hash);
  window.addEventListener('hashchange', () => showTool(location.hash));
  // The address says what stands there: a tool that was put away and is opened again from the panel is a change of it.
  effect(() => {
    const { value: shown } = model.tool;
    history.replaceState(null, '', shown === null ? `${location.pathname}${location.search}` : `#${shown}`);
  });
  keepFocus(document);
  render(
    <ViewContext.Provider value={view}>
      <ViewerWindow model={model} />
    </ViewContext.Provider>,
    place,
  );
}
