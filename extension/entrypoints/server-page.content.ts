import { defineContentScript } from 'wxt/utils/define-content-script';
import { isFirstHere, listenToServerPage } from '../platform/server-page.ts';
import { tellVersion } from '../platform/tell-version.ts';

export default defineContentScript({
  // A server that hands the extension out puts its own address here instead.
  matches: ['http://localhost/*', 'http://127.0.0.1/*'],
  runAt: 'document_start',
  main() {
    if (!isFirstHere()) return;
    tellVersion(document);
    listenToServerPage(document);
  },
});
