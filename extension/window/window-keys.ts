/** The viewer window's keys. While the picture has the keyboard they are tapped after Ctrl+Alt+Shift, by their letters. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { altKey, always, buttonKey } from '../keys/key.ts';
import type { Key } from '../keys/key.ts';
import { releaseKey, sessionKeys, toolKey } from '../keys/session-keys.ts';
import { toolsWithKeys } from '../host-tools/tool-list.ts';
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import type { WindowModel } from './window-model.ts';

/** All of them, in the order in which the sheet shows them. */
export function windowKeys(model: WindowModel): readonly Key[] {
  const words = texts.keys;
  const live = () => (model.open.value?.head.state === 'live' ? model.open.value.head : undefined);
  const toChat = () => {
    if (model.isChatOpen.value || live() === undefined) return false;
    model.isChatOpen.value = true;
    return true;
  };
  const inSession = (act: (session: SessionId) => void) => () => {
    const head = live();
    if (head !== undefined) act(head.id);
    return head !== undefined;
  };
  const showKeys = always(() => {
    model.areKeysShown.value = true;
  });
  return [
    buttonKey('C', words.chat),
    toolKey('B', words.board, toChat),
    buttonKey('F', words.fullScreen),
    releaseKey(inSession((session) => void model.consents.release(session))),
    ...sessionKeys(toChat),
    altKey(
      'W',
      memberTexts.audience.key,
      inSession((session) => model.drafts.turnAudience(session)),
    ),
    ...toolsWithKeys.map(({ tool, key, code }) => ({
      drawn: key,
      codes: [code],
      alt: true,
      text: toolTexts.name[tool],
      run: () => pressButtonOf(key),
    })),
    { drawn: '?', codes: ['Slash'], single: true, text: words.all, run: showKeys },
  ];
}

/** Carries out what was tapped for the window itself, by the code of its key. */
export function tapWindowKey(model: WindowModel, code: string): void {
  if (code === 'Escape') return void model.leaveFull();
  const key = windowKeys(model).find(({ codes }) => codes.includes(code));
  key?.run(new KeyboardEvent('keydown', { code }));
}
