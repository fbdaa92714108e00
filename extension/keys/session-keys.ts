/** The keys of an open session that panel and viewer window have in common: each presses the button that says so. */
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { keyTexts as words } from '../texts/keys-en.ts';
import { altKey, buttonKey } from './key.ts';
import type { Key } from './key.ts';

/** `toChat` shows the composer where it is not drawn; then the tool beside it is pressed. */
export function sessionKeys(toChat: () => void): readonly Key[] {
  const tool = (letter: string, text: string) =>
    buttonKey(letter, text, () => {
      toChat();
      requestAnimationFrame(() => pressButtonOf(`Alt ${letter}`));
    });
  return [
    buttonKey('V', words.view),
    buttonKey('G', words.control),
    buttonKey('Z', words.stop),
    buttonKey('J', words.hands),
    tool('U', words.file),
    tool('D', words.sharedFile),
    tool('E', words.page),
    tool('T', words.talk),
    tool('K', words.video),
    buttonKey('M', words.mute),
    buttonKey('H', words.hangUp),
    buttonKey('Q', words.end),
  ];
}

/** Gives up mouse and keyboard, whatever lies on top. */
export function releaseKey(release: () => void): Key {
  return altKey('X', words.release, release);
}
