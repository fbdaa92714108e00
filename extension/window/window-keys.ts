/** The viewer window's keys. While the picture has the keyboard they are tapped after Ctrl+Alt+Shift, by their letters. */
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { altKey, buttonKey } from '../keys/key.ts';
import type { Key } from '../keys/key.ts';
import { releaseKey, sessionKeys } from '../keys/session-keys.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import type { WindowModel } from './window-model.ts';

/** All of them, in the order in which the sheet shows them. */
export function windowKeys(model: WindowModel): readonly Key[] {
  const words = texts.keys;
  const toChat = () => {
    model.isChatOpen.value = true;
  };
  const showKeys = () => {
    model.areKeysShown.value = true;
  };
  return [
    buttonKey('C', words.chat),
    buttonKey('B', words.board, () => {
      toChat();
      requestAnimationFrame(() => pressButtonOf('Alt B'));
    }),
    buttonKey('F', words.fullScreen),
    releaseKey(() => {
      const head = model.open.value?.head;
      if (head?.state === 'live') void model.consents.release(head.id);
    }),
    ...sessionKeys(toChat),
    altKey('W', memberTexts.audience.key, () => {
      const head = model.open.value?.head;
      if (head?.state === 'live') model.drafts.turnAudience(head.id);
    }),
    { drawn: '?', codes: ['Slash'], single: true, text: words.all, run: showKeys },
  ];
}

/** Carries out what was tapped for the window itself, by the code of its key. */
export function tapWindowKey(model: WindowModel, code: string): void {
  if (code === 'Escape') return void model.leaveFull();
  const key = windowKeys(model).find(({ codes }) => codes.includes(code));
  key?.run(new KeyboardEvent('keydown', { code }));
}
