/** Builds the customer's pages and the administrator's panel into `dist/web`, as plain files without inline code. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const pages = ['customer', 'admin'].filter((page) => existsSync(`${here}${page}/index.html`));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [preact()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Inlined files would be `data:` addresses, which the pages' Content-Security-Policy does not let in as code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => `${here}${page}/index.html`) },
  },
});
