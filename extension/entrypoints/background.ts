import { defineBackground } from 'wxt/utils/define-background';
import { startChromeWorker } from '../worker/chrome-worker.ts';
import { startFirefoxBackground } from '../worker/firefox-background.ts';

export default defineBackground({
  persistent: { firefox: true },
  main() {
    if (import.meta.env.FIREFOX) startFirefoxBackground();
    else startChromeWorker();
  },
});
