import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { AppError } from '../../../shared/contract/errors.ts';
import { LINK_PATH, namespaces, wire } from '../../../shared/contract/link-door.ts';
import { openSocketLink } from '../../../shared/link/socket-carrier.ts';
import type { LinkState, SocketLink, SocketLinkOptions } from '../../../shared/link/socket-carrier.ts';

const atOnce = { delayMs: () => 10 };

interface Door {
  readonly refuseWith?: { code: string; text: string };
  readonly onSocket?: (socket: Socket) => void;
  readonly port?: number;
}

describe('the Socket.IO carrier', () => {
  const openServers: { io: Server; http: HttpServer }[] = [];
  const links: SocketLink[] = [];

  afterEach(async () => {
    for (const link of links.splice(0)) link.close();
    for (const { io } of openServers.splice(0)) await io.close();
  });

  async function serve({
    refuseWith,
    onSocket,
    port = 0,
  }: Door): Promise<{ origin: string; port: number; io: Server }> {
    const http = createServer();
    const io = new Server(http, { path: LINK_PATH, transports: ['websocket'] });
    const namespace = io.of(namespaces.customer);
    namespace.use((_socket, next) =>
      next(refuseWith === undefined ? undefined : Object.assign(new Error(refuseWith.code), { data: refuseWith })),
    );
    namespace.on('connection', (socket) => onSocket?.(socket));
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    openServers.push({ io, http });
    const actual = (http.address() as AddressInfo).port;
    return { origin: `http://127.0.0.1:${actual}`, port: actual, io };
  }

  function open(origin: string, more: Partial<SocketLinkOptions> = {}) {
    const states: LinkState[] = [];
    const waiting: { wanted: LinkState['at']; done: (state: LinkState) => void }[] = [];
    const link = openSocketLink({
      origin,
      namespace: namespaces.customer,
      door: () => ({}),
      onEvent: () => {},
      policy: atOnce,
      ...more,
      onState: (state) => {
        states.push(state);
        for (const one of waiting.filter(({ wanted }) => wanted === state.at)) one.done(state);
      },
    });
    links.push(link);
    /** Resolves when the link is, or comes to be, as wanted. Mocha's limit bounds it. */
    const until = (wanted: LinkState['at']) =>
      link.state.at === wanted
        ? Promise.resolve(link.state)
        : new Promise<LinkState>((done) => waiting.push({ wanted, done }));
    return { link, states, until };
  }

  it('takes a call to the server and brings its answer', async () => {
    const { origin } = await serve({
      onSocket: (socket) =>
        socket.on(wire.call, (call: unknown, answer: (reply: unknown) => void) => answer({ ok: true, result: call })),
    });
    const { link, until } = open(origin);
    await until('open');
    const reply = await link.call({ operation: 'page.open', params: {} });
    assert.deepEqual(reply, { ok: true, result: { operation: 'page.open', params: {} } });
  });

  it('hands on what the server says by itself', async () => {
    const { origin } = await serve({ onSocket: (socket) => socket.emit(wire.event, { type: 'requests.gone' }) });
    const heard = await new Promise((resolve) => open(origin, { onEvent: resolve }));
    assert.deepEqual(heard, { type: 'requests.gone' });
  });

  it('shows the browser key it was given when it comes back', async () => {
    const key = 'k'.repeat(43);
    const doors: unknown[] = [];
    const { origin } = await serve({
      onSocket: (socket) => {
        doors.push(socket.handshake.auth);
        if (doors.length > 1) return;
        socket.emit(wire.browserKey, 'no key at all');
        socket.emit(wire.browserKey, key, () => {});
        socket.on(wire.call, () => socket.conn.close());
      },
    });
    let kept: string | null = null;
    let tell = () => {};
    const given = new Promise<void>((resolve) => (tell = resolve));
    const { link, until } = open(origin, {
      door: () => ({ browserKey: kept }),
      onBrowserKey: (browserKey) => {
        kept = browserKey;
        tell();
      },
    });
    await until('open');
    await given;
    await assert.rejects(link.call({ operation: 'drop me', params: {} }), isNoAnswer);
    await until('open');
    assert.deepEqual(doors, [{ browserKey: null }, { browserKey: key }]);
  });

  it('tells why the door stays shut, and does not ask again', async () => {
    const { origin } = await serve({ refuseWith: { code: 'not-signed-in', text: 'Signed out on another computer.' } });
    const { until, states } = open(origin);
    const state = await until('refused');
    assert.ok(state.at === 'refused');
    assert.equal(state.error.code, 'not-signed-in');
    assert.equal(state.error.message, 'Signed out on another computer.');
    assert.equal(states.at(-1)?.at, 'refused');
  });

  it('asks again after a refusal that passes, and says why it waits', async () => {
    const { origin } = await serve({ refuseWith: { code: 'store-down', text: 'Back in a moment.' } });
    const { until } = open(origin);
    const state = await until('lost');
    assert.ok(state.at === 'lost');
    assert.equal(state.error?.code, 'store-down');
  });

  it('says at once that nobody answers while the server is down, and comes back by itself', async () => {
    const first = await serve({});
    const { link, until } = open(first.origin);
    await until('open');
    await first.io.close();
    openServers.pop();
    await until('lost');
    await assert.rejects(link.call({ operation: 'chat.send', params: {} }), isNoAnswer);
    await serve({ port: first.port });
    await until('open');
  });

  it('gives up a call that is never answered', async () => {
    const { origin } = await serve({ onSocket: (socket) => socket.on(wire.call, () => {}) });
    const { link, until } = open(origin, { answerWithinMs: 20 });
    await until('open');
    await assert.rejects(link.call({ operation: 'page.open', params: {} }), isNoAnswer);
  });

  it('stays closed once closed', async () => {
    const { origin } = await serve({});
    const { link, until, states } = open(origin);
    await until('open');
    link.close();
    link.close();
    assert.equal(states.filter(({ at }) => at === 'closed').length, 1);
    await assert.rejects(link.call({ operation: 'page.open', params: {} }), isNoAnswer);
  });
});

function isNoAnswer(error: unknown): boolean {
  return error instanceof AppError && error.code === 'no-answer';
}
