import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * The public half of a key whose private half nobody needs: it only fixes the id in Chrome, which
 * `shared/contract/extension-id.ts` names for the server. Changing it makes another extension of it.
 */
const chromePublicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAhJbyVWo2qL1fVcOQy/c1ENy7RCLrN+r+WjMms7ADRem0tsp4GIYrDeuU3FNdVCKNJF+d74D' +
  'zBczC1SlfJQyfVLbadq41p9hvmJmAQi07j+OyHnPY3pXVyVxAD3nDng1WWkBJi11XetDlUVes9jnv+UfMdNeTFxs1Z3Eyrbvp8Uj10AYYHXOx4VL6oT6' +
  'oSxC2xhberhkeJEex/dUtPGNyJ6kByKf5SS03hQTUZp8jzm6vrnWRgW0bDE1KuBN6mw24mUXpXUSKbk17l7YQhBAf5wwyuYkEyItjqjxrhfsYSnW0nwc' +
  'kpKvfYGBo8ZGIX1gAoUQRu8s4giXfa+z5gmNuHwIDAQAB';

/** A server on this computer needs no asking; any other origin is asked for at sign-in. */
const ownComputer = ['http://localhost/*', 'http://127.0.0.1/*'];
const anyServer = ['https://*/*', 'http://*/*'];
/**
 * `nativeMessaging` starts the program that is installed on a customer's computer.
 * `activeTab` and `scripting`: a click on a picture lets the extension fetch that picture, on that page only.
 */
const permissions = ['notifications', 'storage', 'contextMenus', 'activeTab', 'scripting', 'nativeMessaging'];
/** On a Mac ⌥⇧ writes Ą, Ń and Ź, which no extension may take away from every page. */
const byKey = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});
const openByKey = byKey('R');
/** Chrome suggests four keys at most; each can be changed in the browser's own settings. */
const keys = {
  'accept-offer': { ...byKey('A'), description: 'Accept the offer' },
  'start-session': { ...byKey('N'), description: 'Start Session' },
  'release-control': { ...byKey('X'), description: 'Release control' },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  imports: false,
  manifest: ({ browser }) => ({
    name: 'RemoteHelp',
    // `rh 482913` in the address bar finds the session with this code.
    omnibox: { keyword: 'rh' },
    description: 'For those who help: requests, chat and consented remote control in the side panel.',
    ...(browser === 'firefox'
      ? {
          // Without a place of its own the icon would lie in the extensions menu, out of sight.
          browser_action: { default_title: 'RemoteHelp', default_area: 'navbar' },
          permissions: [...permissions, ...ownComputer],
          optional_permissions: anyServer,
          commands: { _execute_sidebar_action: openByKey, ...keys },
        }
      : {
          action: { default_title: 'RemoteHelp' },
          key: chromePublicKey,
          minimum_chrome_version: '124',
          permissions: [...permissions, 'alarms', 'offscreen', 'sidePanel'],
          host_permissions: ownComputer,
          optional_host_permissions: anyServer,
          commands: { _execute_action: openByKey, ...keys },
        }),
    browser_specific_settings: {
      gecko: {
        id: 'remotehelp@remotehelp.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  vite: () => ({ plugins: [preact()] }),
});
