import { render } from 'preact';
import type { FunctionComponent } from 'preact';
import '../../shared/ui/base.css';
import { AdminScene } from './scenes/admin.tsx';
import { ConnectScene } from './scenes/connect.tsx';
import { CustomerChatScene } from './scenes/customer-chat.tsx';
import { PanelChatScene } from './scenes/panel-chat.tsx';
import { PanelHomeScene } from './scenes/panel-home.tsx';
import { PanelRequestsScene } from './scenes/panel-requests.tsx';
import { PartsScene } from './scenes/parts.tsx';
import { RequestScene } from './scenes/request.tsx';
import { ViewerPartsScene } from './scenes/states.tsx';

/* `?scene=…&theme=light|dark&density=rep|customer`; without a scene all parts are shown. */
const SCENES: Record<string, FunctionComponent> = {
  parts: PartsScene,
  states: ViewerPartsScene,
  'panel-home': PanelHomeScene,
  'panel-requests': PanelRequestsScene,
  'panel-chat': PanelChatScene,
  request: RequestScene,
  connect: ConnectScene,
  'customer-chat': CustomerChatScene,
  admin: AdminScene,
};

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = wanted.get('theme') ?? 'light';
document.documentElement.dataset['density'] = wanted.get('density') ?? 'rep';
const Scene = SCENES[wanted.get('scene') ?? 'parts'] ?? PartsScene;
const place = document.getElementById('gallery');
if (place !== null) render(<Scene />, place);
