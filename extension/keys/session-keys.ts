/** The keys of an open session that panel and viewer window have in common: each presses the button that says so. */
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { keyTexts as words } from '../texts/keys-en.ts';
import { altKey, buttonKey } from './key.ts';
import type { Key } from './key.ts';

/** Shows the composer where it is not drawn; tells whether it had to. */
type ToChat = () => boolean;

/** The keys in the order of the sheet. */
export function sessionKeys(toChat: ToChat): readonly Key[] {
  const tool = (letter: string, text: string) => toolKey(letter, text, toChat);
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

/** The key of a tool beside the composer, which is shown first where it is not drawn. */
export function toolKey(letter: string, text: string, toChat: ToChat): Key {
  return buttonKey(letter, text, () => {
    if (!toChat()) return false;
    requestAnimationFrame(() => pressButtonOf(`Alt ${letter}`));
    return true;
  });
}

/** Gives up mouse and keyboard, whatever lies on top. */
export function releaseKey(release: () => boolean): Key {
  return { ...altKey('X', words.release, release), overDialogs: true };
}
