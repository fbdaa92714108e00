import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import type { NodeViewer, ViewerPicture } from '../../support/node-viewer.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { openOffice } from '../host-session/session-on-desktop.ts';
import type { Office } from '../host-session/session-on-desktop.ts';
import { answer, clickAt, leftBy, pause, startSessionInWine, windowNamed, windowsOn } from './host-in-wine.ts';
import type { SessionInWine } from './host-in-wine.ts';
import { hostColours } from '../../../customer-host/windows/host-colours.ts';
import { colourAt, screenOf } from './screen-of.ts';
import { strangersProgram } from './strangers-program.ts';
import { startWineDesktop } from './wine-desktop.ts';
import type { WineDesktop, WineProgram } from './wine-desktop.ts';

const note = 'Grüße aus Łódź, 안녕 😀';

describe('the program for Windows, downloaded and run under Wine', function () {
  this.timeout(90_000);
  let office: Office;
  let desktop: WineDesktop;
  let marta: SessionInWine;
  let viewer: NodeViewer;
  let notepad: WineProgram;
  let strangersFolder: string;

  before(async function () {
    // The first time on a machine its parts are downloaded and compressed.
    this.timeout(300_000);
    strangersFolder = mkdtempSync(join(tmpdir(), 'rh-stranger-'));
    office = await openOffice({ settings: { PREPARE_HOST: 'windows-x64' } });
    desktop = await startWineDesktop();
    await office.server.printed(/host for windows-x64 is ready/, 240_000);
  });
  after(async () => {
    await desktop.stop();
    await office.close();
    rmSync(strangersFolder, { recursive: true, force: true });
  });

  it('says what it is, connects by the ticket in its name, and is gone from the downloads at once', async () => {
    marta = await startSessionInWine(desktop, office, 'Marta');
    const joined = await marta.logged('host-joined');
    assert.match(JSON.stringify(joined), /Windows/);
    const removal = await marta.logged('host-removed');
    assert.deepEqual(removal.kind === 'host-removed' && removal.removal, { program: true, archive: true });
    assert.deepEqual(readdirSync(desktop.downloads), []);
    await windowNamed(desktop, /^Ana Petrescu$/);
  });

  it('asks in a window that no program can answer, and shows what the screen shows after a Yes', async () => {
    writeFileSync(join(desktop.downloads, 'note.txt'), '\ufeff', 'utf16le');
    notepad = desktop.start('notepad.exe', [desktop.windowsPath(join(desktop.downloads, 'note.txt'))]);
    await windowNamed(desktop, /note\.txt - Notepad/);
    await marta.ask();
    const dialog = await windowNamed(desktop, /^Let Ana see your screen\?$/);
    await pause(1000);
    const yes = { x: dialog.x + dialog.width * 0.75, y: dialog.y + dialog.height - 26 };
    const injectClick = await strangersProgram(desktop, strangersFolder);
    await injectClick(yes);
    await windowNamed(desktop, /^Let Ana see your screen\?$/);
    assert.equal((await marta.log()).filter(({ kind }) => kind === 'granted').length, 0);
    await answer(desktop, /see your screen/, 'yes');
    await marta.logged('granted');
    viewer = await marta.viewer();
    await viewer.hears('open');
    // Notepad came later and lies where the banner is.
    await until('the banner in front', () => colourAt(desktop, { x: 300, y: 1 }) === hostColours.liveLine);
    await until('the same picture at the rep', async () => differing(await viewer.picture(), desktop) < 0.01, 20_000);
  });

  it('lets the rep type any script into Notepad, and use its keys', async () => {
    await marta.grant({ scope: 'control' });
    await until('control', () => viewer.state?.hands === 'controlling');
    const { x, y } = await windowNamed(desktop, /note\.txt - Notepad/);
    const place = { x: x + 200, y: y + 150 };
    await viewer.input(
      { type: 'button', ...place, button: 'left', down: true },
      { type: 'button', ...place, button: 'left', down: false },
    );
    // Keys go to whoever has them, and Notepad has them when it has taken note of the click.
    await pause(500);
    await viewer.input(...tap('KeyH', 'H'), ...tap('KeyI', 'i'), ...tap('Enter', 'Enter'));
    await viewer.input({ type: 'text', text: `${note}\nsecond line` });
    await viewer.input({ type: 'key', code: 'ControlLeft', key: 'Control', down: true }, ...tap('KeyS', 's'), {
      type: 'key',
      code: 'ControlLeft',
      key: 'Control',
      down: false,
    });
    const file = join(desktop.downloads, 'note.txt');
    const wanted = `\ufeffHi\r\n${note}\r\nsecond line`;
    await until('the note', () => readFileSync(file, 'utf16le') === wanted).catch((cause: unknown) => {
      throw new Error(`Notepad saved: ${JSON.stringify(readFileSync(file, 'utf16le'))}`, { cause });
    });
    assert.equal(viewer.state?.hands, 'controlling', 'the rep’s own input is no hand of the customer’s');
  });

  it('pauses for the customer’s own mouse and keys, and gives control back when they are still', async () => {
    for (const [index, act] of [
      ['mousemove', '500', '420'],
      ['key', 'a'],
    ].entries()) {
      await until('control', () => viewer.state?.hands === 'controlling', 10_000);
      await desktop.screen.run('xdotool', act);
      await until('the pause', () => viewer.state?.hands === 'paused');
      await marta.logged('resumed', index + 1);
    }
    const hands = (await marta.log()).flatMap((entry) => (entry.kind === 'paused' ? [entry.hand] : []));
    assert.deepEqual(hands.slice(-2), ['pointer', 'key']);
  });

  it('shows the rep a pointer, also over programs whose own one cannot be read', async () => {
    // As under Wine: there each program has its pointers for itself.
    const { shape } = await viewer.hears('pointer');
    const { width, height, hotX, hotY, pixels } = shape;
    const rgba = Buffer.from(pixels, 'base64');
    assert.equal(rgba.length, width * height * 4);
    const drawn = rgba.filter((part, index) => index % 4 === 3 && part > 0).length;
    assert.ok(drawn > 20 && drawn < (width * height) / 2, `${drawn} of ${width} × ${height} pixels are drawn`);
    assert.ok(hotX < 4 && hotY < 4, 'an arrow, which points with its corner');
    assert.equal(viewer.news.filter(({ type }) => type === 'pointerHidden').length, 0);
  });

  it('starts a program only after the Yes on the desktop', async () => {
    const words = `"${desktop.windowsPath(join(desktop.downloads, 'other.txt'))}"`;
    writeFileSync(join(desktop.downloads, 'other.txt'), 'other');
    const launch = { what: 'program', name: 'Editor', path: 'notepad.exe', arguments: words } as const;
    await office.ana.call('launch.ask', { session: marta.session, clientId: randomId(), launch });
    await windowNamed(desktop, /^Let Ana start .*Editor/);
    assert.equal(desktop.pidsOf(/other\.txt/).length, 0);
    await answer(desktop, /start .*Editor/, 'yes');
    await windowNamed(desktop, /other\.txt - Notepad/);
    const settled = await marta.logged('launch-settled');
    assert.equal(settled.kind === 'launch-settled' && settled.outcome, 'done');
    for (const pid of desktop.pidsOf(/other\.txt/)) process.kill(pid, 'SIGKILL');
    rmSync(join(desktop.downloads, 'other.txt'));
  });

  it('ends by the button of its banner, and leaves no file and no program', async () => {
    const banner = await windowNamed(desktop, /^Ana Petrescu$/);
    // The banner's last button is the one that ends everything at once.
    await clickAt(desktop, { x: banner.x + banner.width - 40, y: banner.y + 20 });
    const ended = await marta.logged('ended');
    assert.equal(ended.kind === 'ended' && ended.reason, 'feels-wrong');
    await closeEndNotice();
    assert.equal(await marta.host.ended(), 0);
    notepad.process.kill();
    await nothingIsLeft();
    await marta.end();
  });

  it('ends by its own Esc key, held for two seconds, and not by the rep’s', async () => {
    const rosa = await startSessionInWine(desktop, office, 'Rosa');
    await rosa.grant({ scope: 'control' });
    const seeing = await rosa.viewer();
    await seeing.hears('open');
    await until('control', () => seeing.state?.hands === 'controlling', 10_000);
    await seeing.input({ type: 'key', code: 'Escape', key: 'Escape', down: true });
    for (let beat = 0; beat < 10; beat += 1) {
      await pause(250);
      await seeing.input({ type: 'move', x: 600, y: 600 });
    }
    await seeing.input({ type: 'key', code: 'Escape', key: 'Escape', down: false });
    assert.equal((await rosa.log()).filter(({ kind }) => kind === 'ended').length, 0);
    await desktop.screen.run('xdotool', ['keydown', 'Escape']);
    await rosa.logged('ended');
    await desktop.screen.run('xdotool', ['keyup', 'Escape']);
    await seeing.hears('closed');
    await closeEndNotice();
    assert.equal(await rosa.host.ended(), 0);
    await nothingIsLeft();
    await rosa.end();
  });

  it('leaves nothing when it is killed, and says plainly of a copy that its ticket is used up [H-51] [H-52]', async () => {
    const juan = await startSessionInWine(desktop, office, 'Juan', 'copied');
    const [pid] = desktop.pidsOf(/RemoteHelp-/i);
    assert.ok(pid, 'it runs');
    await juan.logged('host-removed');
    assert.equal(leftBy(desktop).length, 1);
    process.kill(pid, 'SIGKILL');
    await until('its end', () => leftBy(desktop).length === 0, 15_000);
    const again = desktop.start(desktop.windowsPath(juan.copy));
    const notice = await windowNamed(desktop, /does not work any more/, 30_000);
    await clickAt(desktop, { x: notice.x + notice.width / 2, y: notice.y + notice.height - 26 });
    assert.equal(await again.ended(), 1);
    await nothingIsLeft();
    await juan.end();
  });

  async function closeEndNotice() {
    const { x, y, width, height } = await windowNamed(desktop, /The session has ended/);
    await pause(300);
    await clickAt(desktop, { x: x + width / 2, y: y + height - 26 });
  }

  /** The janitor works when the program has gone. */
  async function nothingIsLeft() {
    await until('an empty folder for temporary files', () => leftBy(desktop).length === 0, 15_000);
    await until('the end of all programs', () => desktop.pidsOf(/RemoteHelp-|cmd\.exe/i).length === 0, 15_000);
    assert.deepEqual(
      readdirSync(desktop.downloads).filter((name) => name !== 'note.txt'),
      [],
    );
    assert.deepEqual(
      (await windowsOn(desktop)).filter(({ name }) => /Ana|RemoteHelp(?! - Wine)/.test(name)),
      [],
    );
  }
});

function tap(code: string, key: string): object[] {
  return [true, false].map((down) => ({ type: 'key', code, key, down }));
}

/** Which part of the rep's picture is not what the screen shows. The caret blinks meanwhile. */
function differing({ pixels, mode }: ViewerPicture, desktop: WineDesktop): number {
  if (mode !== 'tiles') return 1;
  const shown = screenOf(desktop.screen.display);
  let count = 0;
  for (let at = 0; at < shown.length; at += 4) {
    if (pixels[at] !== shown[at] || pixels[at + 1] !== shown[at + 1] || pixels[at + 2] !== shown[at + 2]) count += 1;
  }
  return count / (shown.length / 4);
}
