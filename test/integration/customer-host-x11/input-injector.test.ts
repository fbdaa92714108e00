import assert from 'node:assert/strict';
import { openInputInjector } from '../../../customer-host/input/open-input-injector.ts';
import type { InputInjector } from '../../../customer-host/input/input-injector.ts';
import { startKeyWitness, startTypewriter } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { startXDisplay, until } from './x-display.ts';
import type { XDisplay } from './x-display.ts';

describe('using mouse and keyboard of a Linux desktop', function () {
  this.timeout(40_000);
  let screen: XDisplay;
  let injector: InputInjector;

  beforeEach(async () => {
    screen = await startXDisplay({ width: 1000, height: 600 });
  });

  afterEach(async () => {
    injector.close();
    await screen.stop();
  });

  /** Without a window manager the window under the pointer has the keyboard. */
  async function openOver(start: (screen: XDisplay) => Promise<Terminal>): Promise<Terminal> {
    const terminal = await start(screen);
    injector = await openInputInjector(screen.display);
    injector.pointerMove(200, 150);
    if (start === startTypewriter) await showReady(terminal);
    return terminal;
  }

  /** A window is there before its program listens to keys. */
  async function showReady(terminal: Terminal): Promise<void> {
    await until('the program to listen', async () => {
      await injector.typeText('ready\n');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await terminal.read()).endsWith('ready\n');
    });
  }

  async function typed(terminal: Terminal, text: string): Promise<void> {
    await until(`the text, after ${JSON.stringify(await terminal.read())}`, async () =>
      (await terminal.read()).includes(text),
    );
    assert.equal(withoutReady(await terminal.read()), text);
  }

  it('types Latin, German, Korean, Cyrillic and emoji text into a real program', async () => {
    const terminal = await openOver(startTypewriter);
    const text = 'Hello, World! {[~#@]}\nGrüße: 5 € & mehr\n안녕하세요 한글\nСъешь ещё этих булок\n😀👍🏽 →✓\n';
    await injector.typeText(text);
    await typed(terminal, text);
  });

  it('types more different foreign characters than there are spare keys', async () => {
    const terminal = await openOver(startTypewriter);
    const text = `${[...Array(70).keys()].map((index) => String.fromCodePoint(0xac00 + index * 29)).join('')}\n`;
    await injector.typeText(text);
    await typed(terminal, text);
  });

  it('types what the key makes for the rep, whatever layout the customer has', async () => {
    const terminal = await openOver(startTypewriter);
    await screen.run('setxkbmap', ['de']);
    tap('KeyZ', 'z');
    tap('KeyY', 'y');
    tap('Digit2', '@');
    tap('BracketLeft', 'ü');
    tap('KeyD', 'д');
    injector.key('ShiftLeft', 'Shift', true);
    tap('KeyA', 'A');
    tap('Slash', '?');
    tap('Digit9', '9');
    injector.key('ShiftLeft', 'Shift', false);
    tap('Enter', 'Enter');
    await typed(terminal, 'zy@üдA?9\n');
  });

  it('types Cyrillic on the keys of a Russian layout, and Latin beside it', async () => {
    const terminal = await openOver(startTypewriter);
    await screen.run('setxkbmap', ['ru']);
    await injector.typeText('Привет, world\n');
    await typed(terminal, 'Привет, world\n');
  });

  it('is not misled by the customer’s CapsLock, and leaves it on', async () => {
    const terminal = await openOver(startTypewriter);
    await screen.run('xdotool', ['key', 'Caps_Lock']);
    await injector.typeText('aB ж\n');
    await typed(terminal, 'aB ж\n');
    await until('CapsLock to be back', async () => /Caps Lock:\s+on/.test(await screen.run('xset', ['q'])));
  });

  it('does shortcuts: Ctrl+C, Ctrl+Shift+T, Alt+Tab, function and navigation keys', async () => {
    const witness = await openOver(startKeyWitness);
    chord([['ControlLeft', 'Control']], 'KeyC', 'c');
    const ctrlShift: [string, string][] = [
      ['ControlLeft', 'Control'],
      ['ShiftLeft', 'Shift'],
    ];
    chord(ctrlShift, 'KeyT', 'T');
    chord([['AltLeft', 'Alt']], 'Tab', 'Tab');
    chord([['MetaLeft', 'Meta']], 'KeyE', 'e');
    for (const name of ['F5', 'F12', 'Delete', 'Home', 'PageDown', 'ArrowLeft']) tap(name, name);
    tap('NumpadEnter', 'Enter');
    await until('the last key', async () => (await pressed(witness)).includes('KP_Enter'));
    assert.deepEqual(withoutModifiers(await pressed(witness)), [
      '0x4 c',
      '0x5 T',
      '0x8 Tab',
      '0x40 e',
      '0x0 F5',
      '0x0 F12',
      '0x0 Delete',
      '0x0 Home',
      '0x0 Next',
      '0x0 Left',
      '0x0 KP_Enter',
    ]);
  });

  it('presses the key at the same place when the customer’s layout lacks the shortcut’s letter', async () => {
    const witness = await openOver(startKeyWitness);
    await screen.run('setxkbmap', ['ru']);
    chord([['ControlLeft', 'Control']], 'KeyC', 'c');
    await until('the key', async () => (await witness.read()).includes('Cyrillic_es'));
    assert.match(await witness.read(), /state 0x4, keycode 54 /);
  });

  it('does not press the Ctrl that Windows puts before AltGr', async () => {
    const terminal = await openOver(startTypewriter);
    injector.key('ControlLeft', 'Control', true);
    injector.key('AltRight', 'AltGraph', true);
    tap('KeyQ', '@');
    injector.key('AltRight', 'AltGraph', false);
    injector.key('ControlLeft', 'Control', false);
    await injector.typeText('\n');
    await typed(terminal, '@\n');
  });

  it('clicks, turns the wheel and goes back with the right buttons', async () => {
    const witness = await openOver(startKeyWitness);
    for (const button of ['left', 'middle', 'right', 'back', 'forward'] as const) {
      injector.pointerButton(button, true);
      injector.pointerButton(button, false);
    }
    injector.wheel(0, 0.5);
    injector.wheel(0, 0.5);
    injector.wheel(-1, -1);
    await until('the last click', async () => (await witness.read()).includes('button 6,'));
    const presses = (await witness.read()).split('\n\n').filter((event) => event.startsWith('ButtonPress'));
    assert.deepEqual(
      presses.map((event) => /button (\d+)/.exec(event)?.[1]),
      ['1', '2', '3', '8', '9', '5', '4', '6'],
    );
  });

  it('keeps the pointer on the screen and ignores what is no place', async () => {
    injector = await openInputInjector(screen.display);
    injector.pointerMove(300, 200);
    injector.pointerMove(Number.NaN, 5);
    assert.equal(await pointerPlace(), '300,200');
    injector.pointerMove(1e9, -1e9);
    assert.equal(await pointerPlace(), '999,0');
    injector.pointerMove(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    assert.equal(await pointerPlace(), '0,599');
  });

  it('ignores keys that do not exist and stays usable after a flood of them', async () => {
    const terminal = await openOver(startTypewriter);
    for (const key of ['', '__proto__', 'constructor', 'Dead', 'Unidentified', '\u0000', '\ud800', 'x'.repeat(5000)]) {
      injector.key(key, key, true);
      injector.key(key, key, false);
    }
    for (let count = 0; count < 10_000; count += 1) injector.pointerMove(200 + (count % 3), 150);
    injector.wheel(Number.NaN, Number.POSITIVE_INFINITY);
    await injector.typeText('still here\n');
    await typed(terminal, 'still here\n');
    assert.equal(injector.isHolding, false);
  });

  it('lets go of held keys and buttons within 200 ms, even in the middle of typing', async () => {
    const witness = await openOver(startKeyWitness);
    injector.key('ShiftLeft', 'Shift', true);
    injector.key('ControlLeft', 'Control', true);
    injector.pointerButton('left', true);
    assert.equal(injector.isHolding, true);
    const typing = injector.typeText('한'.repeat(3000));
    const before = Date.now();
    injector.releaseAll();
    const took = Date.now() - before;
    await typing;
    assert.equal(injector.isHolding, false);
    assert.ok(took <= 200, `it took ${took} ms`);
    await until('the releases', async () => (await witness.read()).includes('ButtonRelease'));
    const releases = (await witness.read()).split('\n\n').filter((event) => event.startsWith('KeyRelease'));
    assert.ok(releases.some((event) => event.includes('Shift_L')));
    assert.ok(releases.some((event) => event.includes('Control_L')));
  });

  it('leaves the keyboard as it was, and lets go of what was held when it ends', async () => {
    const witness = await openOver(startKeyWitness);
    const before = await screen.run('xmodmap', ['-pke']);
    await injector.typeText('한글');
    assert.notEqual(await screen.run('xmodmap', ['-pke']), before);
    injector.key('AltLeft', 'Alt', true);
    injector.close();
    assert.equal(await screen.run('xmodmap', ['-pke']), before);
    await until('the release', async () => /KeyRelease[^]*Alt_L/.test(await witness.read()));
  });

  it('takes back the keys of a host that was killed', async () => {
    const before = await screen.run('xmodmap', ['-pke']);
    injector = await openInputInjector(screen.display);
    const killed = screen.start(process.execPath, [
      '--import=tsx',
      new URL('./killed-host.ts', import.meta.url).pathname,
    ]);
    await until('the other host to borrow keys', async () => (await screen.run('xmodmap', ['-pke'])) !== before);
    killed.kill('SIGKILL');
    await until('its end', () => killed.signalCode !== null);
    const next = await openInputInjector(screen.display);
    try {
      assert.equal(await screen.run('xmodmap', ['-pke']), before);
      assert.match(await screen.run('xprop', ['-root', '_REMOTEHELP_BORROWED_KEYS']), /no such atom|not found/);
    } finally {
      next.close();
    }
  });

  it('ends in words when the desktop goes away while typing', async () => {
    injector = await openInputInjector(screen.display);
    const reasons: string[] = [];
    injector.onLost((reason) => reasons.push(reason));
    const typing = injector.typeText('abc'.repeat(1000));
    await screen.stop();
    await until('the news', () => reasons.length > 0);
    await typing;
    injector.key('KeyA', 'a', true);
    injector.pointerMove(1, 1);
    assert.equal(injector.isHolding, false);
  });

  function tap(code: string, key: string): void {
    injector.key(code, key, true);
    injector.key(code, key, false);
  }

  function chord(modifiers: readonly [string, string][], code: string, key: string): void {
    for (const [modifier, name] of modifiers) injector.key(modifier, name, true);
    tap(code, key);
    for (const [modifier, name] of modifiers.toReversed()) injector.key(modifier, name, false);
  }

  async function pointerPlace(): Promise<string> {
    const place = await screen.run('xdotool', ['getmouselocation', '--shell']);
    return `${/X=(\d+)/.exec(place)?.[1]},${/Y=(\d+)/.exec(place)?.[1]}`;
  }
});

function withoutReady(text: string): string {
  return text.replace(/^(?:r?e?a?d?y?\n)+/, '');
}

/** The presses that xev saw, as "state keysym". */
async function pressed(witness: Terminal): Promise<string> {
  const presses = (await witness.read()).split('\n\n').filter((event) => event.startsWith('KeyPress'));
  return presses
    .map((event) => /state (0x\w+), keycode .*keysym 0x\w+, (\w+)/.exec(event)?.slice(1).join(' '))
    .join('\n');
}

function withoutModifiers(presses: string): string[] {
  return presses.split('\n').filter((press) => !/(Control|Shift|Alt|Super)_L$/.test(press));
}
