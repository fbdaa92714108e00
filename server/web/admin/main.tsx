import { render } from 'preact';
import '../../../shared/ui/base.css';
import { keepFocus } from '../../../shared/ui/keep-focus.ts';
import './admin.css';
import { AdminApp } from './admin-app.tsx';
import { createRouter } from './frame/router.ts';
import { httpCarrier } from './http-carrier.ts';
import { createPanelModel } from './panel-model.ts';
import { takeToken } from './start/set-up-token.ts';

const page = document.getElementById('page');
if (!page) throw new Error('The page has no place to draw on.');
const setUpToken = takeToken(location, history);
// A fresh link pasted over an old one changes only the fragment, which loads nothing by itself.
addEventListener('hashchange', () => {
  if (location.pathname === '/setup' && location.hash !== '') location.reload();
});
const model = createPanelModel({ entry: httpCarrier('/api/'), admin: httpCarrier('/api/admin/') });
keepFocus(document);
render(<AdminApp model={model} router={createRouter(window)} setUpToken={setUpToken} />, page);
