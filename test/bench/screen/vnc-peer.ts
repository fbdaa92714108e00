/** TigerVNC's x0vncserver on the display, seen by noVNC in a tab of the rep's browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { WebSocketServer } from 'ws';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import type { ScreenPeer } from './screen-peer.ts';

export interface VncPeer extends ScreenPeer {
  stop(): Promise<void>;
}

const NOVNC = dirname(dirname(fileURLToPath(import.meta.resolve('@novnc/novnc'))));
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

const viewerPage = `<!doctype html><title>noVNC</title>
<style>html, body, #screen { margin: 0; height: 100%; overflow: hidden }</style><div id="screen"></div>
<script type="module">
import RFB from './core/rfb.js';
const rfb = new RFB(document.querySelector('#screen'), 'ws://' + location.host + '/');
rfb.scaleViewport = true;
rfb.viewOnly = true;
</script>`;

/** `page` is the tab that it may use. */
export async function startVncPeer(display: string, page: Page): Promise<VncPeer> {
  let received = 0;
  const rfbPort = 15_900 + (process.pid % 1000);
  const vnc = spawn(
    'X0tigervnc',
    ['-display', display, '-rfbport', String(rfbPort), '-localhost', '-SecurityTypes', 'None'],
    { stdio: 'ignore' },
  );
  const web = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('content-type', types[extname(path)] ?? 'text/html');
    if (path === '/') return void response.end(viewerPage);
    readFile(join(NOVNC, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  // What websockify does for noVNC elsewhere: carries bytes both ways, as they come.
  new WebSocketServer({ server: web, perMessageDeflate: false }).on('connection', (socket) => {
    const rfb = connectTcp(rfbPort, '127.0.0.1').setNoDelay();
    rfb.on('data', (chunk) => {
      received += chunk.length;
      socket.send(chunk);
    });
    socket.on('message', (data) => rfb.write(Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer)));
    socket.on('close', () => rfb.destroy());
    rfb.on('close', () => socket.close()).on('error', () => socket.close());
  });
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await until('x0vncserver', () => answers(rfbPort));
  return {
    name: 'TigerVNC x0vncserver + noVNC',
    pictures: ['#screen canvas'],
    hostPids: [vnc.pid ?? 0],
    async connect() {
      received = 0;
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.bringToFront();
      await page.waitForFunction(() => (document.querySelector('canvas')?.width ?? 0) > 1000, { timeout: 10_000 });
      return page;
    },
    async disconnect() {
      await page.goto('about:blank');
    },
    receivedBytes: () => Promise.resolve(received),
    describe: () => Promise.resolve('Tight over WebSocket'),
    async stop() {
      vnc.kill('SIGTERM');
      web.close();
      web.closeAllConnections();
      if (vnc.exitCode === null && vnc.signalCode === null) await once(vnc, 'exit');
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTcp(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
