/*
 * Takes pictures of the built gallery and runs axe on it, in both themes:
 *   npx vite build --config test/ui-gallery/vite.config.ts && npx tsx test/ui-gallery/inspect.ts [folder]
 * Without a folder it only runs axe. Ends with 1 when axe finds something.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';

const BUILT = join(import.meta.dirname, '../../dist/ui-gallery');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const PHONE_AND_PANEL = 400;
const DESK = 1280;

const SCENES: readonly { scene: string; width: number; height?: number }[] = [
  { scene: 'parts', width: DESK },
  { scene: 'parts', width: PHONE_AND_PANEL },
  { scene: 'states', width: PHONE_AND_PANEL },
  { scene: 'states&dialog', width: PHONE_AND_PANEL },
  { scene: 'panel-home', width: PHONE_AND_PANEL, height: 880 },
  { scene: 'panel-requests', width: PHONE_AND_PANEL, height: 880 },
  { scene: 'panel-chat', width: PHONE_AND_PANEL, height: 880 },
  { scene: 'panel-chat', width: 360, height: 700 },
  { scene: 'request', width: DESK },
  { scene: 'request', width: PHONE_AND_PANEL },
  { scene: 'connect', width: DESK },
  { scene: 'connect', width: 320 },
  { scene: 'customer-chat', width: DESK, height: 900 },
  { scene: 'customer-chat', width: PHONE_AND_PANEL, height: 800 },
  { scene: 'admin', width: DESK, height: 900 },
  { scene: 'admin', width: PHONE_AND_PANEL, height: 800 },
];

const folder = process.argv[2];
const only = process.argv[3];
if (folder !== undefined) await mkdir(folder, { recursive: true });
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const server = createServer((request, response) => void answer(request, response));
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address() as AddressInfo;

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
let problems = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    problems += 1;
    console.error('error in the page:', error);
  });
  for (const theme of ['light', 'dark'] as const)
    for (const view of SCENES) if (only === undefined || view.scene.includes(only)) await inspect(page, theme, view);
} finally {
  await browser.close();
  server.close();
}
console.log(problems === 0 ? 'axe found nothing' : `${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = normalize(new URL(request.url ?? '/', 'http://gallery').pathname);
  try {
    const body = await readFile(join(BUILT, path === '/' ? 'index.html' : path));
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html').end(body);
  } catch {
    // Anything the gallery did not build is simply not there.
    response.writeHead(404).end();
  }
}

async function inspect(page: Page, theme: string, { scene, width, height }: (typeof SCENES)[number]): Promise<void> {
  await page.setViewport({ width, height: height ?? 900, deviceScaleFactor: 1 });
  await page.goto(`http://127.0.0.1:${port}/?scene=${scene}&theme=${theme}`, { waitUntil: 'load' });
  // Arrivals end and skeletons appear: both are part of the picture.
  await page.waitForFunction(
    'document.getAnimations().length === 0 && !document.querySelector(\'.rh-skeleton[data-shown="false"]\')',
  );
  const name = `${scene.replace('&', '-')}-${width}-${theme}`;
  if (folder !== undefined)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: height === undefined });
  await page.evaluate(axe);
  const found = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.join(" ") + " " + (n.any[0] ?? n.all[0] ?? n.none[0])?.message)))',
  )) as string[];
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  if (isWide === true) found.push(`wider than its ${width} px`);
  problems += found.length;
  for (const line of found) console.error(`${name}: ${line}`);
}
