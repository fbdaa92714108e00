/** The terminal's colours, which are the tokens'. */
import type { ITheme } from '@xterm/xterm';

/** As they hold for this element at the moment. */
export function terminalTheme(place: Element): ITheme {
  const style = getComputedStyle(place);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colour = (name: string) => token(`shell-${name}`);
  return {
    background: token('surface'),
    foreground: token('text'),
    cursor: token('text'),
    cursorAccent: token('surface'),
    selectionBackground: token('accent'),
    selectionForeground: token('on-accent'),
    selectionInactiveBackground: token('line-mid'),
    ...{ black: colour('black'), red: colour('red'), green: colour('green'), yellow: colour('yellow') },
    ...{ blue: colour('blue'), magenta: colour('magenta'), cyan: colour('cyan'), white: colour('white') },
    ...{ brightBlack: token('text-faint'), brightRed: colour('red'), brightGreen: colour('green') },
    ...{ brightYellow: colour('yellow'), brightBlue: colour('blue'), brightMagenta: colour('magenta') },
    ...{ brightCyan: colour('cyan'), brightWhite: token('text') },
  };
}

/** Calls back whenever the page turns light or dark. The returned function ends it. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const own = new MutationObserver(changed);
  own.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    own.disconnect();
    system.removeEventListener('change', changed);
  };
}
