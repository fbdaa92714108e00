import { render } from 'preact';
import '../../../shared/ui/base.css';
import { markLanguage } from '../../../shared/ui/language.ts';
import { keepFocus } from '../../../shared/ui/keep-focus.ts';
import { pressButtonsByKey } from '../../../shared/ui/press-by-key.ts';
import './customer.css';
import { watchForAttention } from './attention.ts';
import { followColour } from './brand/follow-colour.ts';
import { createBrowserKey } from './browser-key.ts';
import { CustomerApp } from './customer-app.tsx';
import { createCustomerModel } from './customer-model.ts';
import { watchFragment } from './connect/address-token.ts';
import { watchRefusal } from './connect/refusal.ts';
import { hasTypedText, loadAnewByItself } from './load-anew.ts';
import { watchReceipt } from './receipt/opened-receipt.ts';
import { createNotePlayer, switchOnAtPress } from './note-player.ts';

const page = document.getElementById('page');
if (!page) throw new Error('The page has no place to draw on.');
// Before anything else: nobody shall read the link off the address bar.
watchFragment();
markLanguage(document);
watchReceipt();
const model = createCustomerModel({
  origin: location.origin,
  browserKey: createBrowserKey(),
  tabStorage: () => sessionStorage,
});
watchRefusal(model);
followColour(document);
const note = createNotePlayer();
switchOnAtPress(note, document);
keepFocus(document);
pressButtonsByKey(document);
watchForAttention(model, note);
loadAnewByItself(model, {
  reload: () => location.reload(),
  hasTyped: () => hasTypedText(document),
  kept: {
    getItem: (name) => sessionStorage.getItem(name),
    setItem: (name, value) => sessionStorage.setItem(name, value),
  },
});
render(<CustomerApp model={model} note={note} />, page);
