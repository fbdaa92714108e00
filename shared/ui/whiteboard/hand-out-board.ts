/** Ways for a tab to leave the page: a file, the clipboard, paper. */
import type { BoardPictureId, BoardTab } from '../../contract/whiteboard.ts';
import { paintBoard } from './paint-board.ts';
import type { BoardModel } from './board-model.ts';
import { boardTexts as texts } from './board-texts.ts';

function paintCurrent(model: BoardModel): Promise<Blob> {
  return paintBoard(
    model.shown.value.map(({ item }) => item),
    model.pictures.addresses.value,
  );
}

/** Saves the current tab as PNG. */
export async function saveBoard(model: BoardModel): Promise<void> {
  const tab = model.current.value;
  const number = model.board.value.tabs.findIndex(({ id }) => id === tab?.id) + 1;
  if (tab !== undefined) await saveTab(tab, number, model.pictures.addresses.value);
}

/** Saves a tab as PNG, by its place among the tabs and its name. */
export async function saveTab(
  { name, items }: BoardTab,
  number: number,
  addresses: ReadonlyMap<BoardPictureId, string>,
): Promise<void> {
  const lying = items.filter(({ shown }) => shown).map(({ item }) => item);
  const address = URL.createObjectURL(await paintBoard(lying, addresses));
  const link = document.createElement('a');
  link.href = address;
  link.download = texts.fileName(name.replaceAll(/[^\p{L}\p{N} -]/gu, ''), number);
  link.click();
  // Firefox reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts the current tab into the clipboard as a picture. Says in the board's notice what came of it. */
export async function copyBoard(model: BoardModel): Promise<void> {
  try {
    // The picture is promised, because the browser allows copying only in the turn of the press.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': paintCurrent(model) })]);
    model.notice.value = texts.copied;
  } catch {
    // No secure page, no permission, or a browser that copies no pictures: saving does it too.
    model.notice.value = texts.notCopied;
  }
}

/** Prints the current tab, and nothing else of the page. */
export async function printBoard(model: BoardModel): Promise<void> {
  const address = URL.createObjectURL(await paintCurrent(model));
  const sheet = document.createElement('img');
  sheet.className = 'rh-board-sheet';
  sheet.alt = '';
  sheet.src = address;
  await sheet.decode();
  document.body.append(sheet);
  addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      URL.revokeObjectURL(address);
    },
    { once: true },
  );
  print();
}
