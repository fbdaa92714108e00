import { Download } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../contract/errors.ts';
import type { BoardPictureId, BoardTab } from '../../contract/whiteboard.ts';
import { Button } from '../button.tsx';
import { safeName } from '../safe-text.ts';
import type { BoardPort } from './board-port.ts';
import { boardTexts as texts } from './board-texts.ts';
import { saveTab } from './hand-out-board.ts';
import './kept-boards.css';

type KeptBoardsProps = {
  /** Changes with every session. */
  session: string;
  port: Pick<BoardPort, 'read' | 'picture'>;
};

/** After the end: what was drawn together can still be saved, tab by tab. Nothing where nothing was drawn. */
export function KeptBoards({ session, port }: KeptBoardsProps) {
  const [tabs, setTabs] = useState<readonly BoardTab[]>([]);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const found = await drawnTabs(port);
      if (isWanted) setTabs(found);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [session]);
  const save = async (tab: BoardTab) => {
    setBusy(true);
    try {
      await saveTab(tab, tabs.indexOf(tab) + 1, await picturesOf(tab, port));
    } finally {
      setBusy(false);
    }
  };
  if (tabs.length === 0) return null;
  return (
    <div class="rh-kept-boards">
      {tabs.map((tab) => (
        <Button key={tab.id} icon={Download} busy={isBusy} onClick={() => void save(tab)}>
          {texts.saveKept(safeName(tab.name, 40))}
        </Button>
      ))}
    </div>
  );
}

async function drawnTabs(port: KeptBoardsProps['port']): Promise<readonly BoardTab[]> {
  try {
    return (await port.read()).board.tabs.filter(({ items }) => items.some(({ shown }) => shown));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // It is gone with the session's data, or cannot be had now: what happened stands in the summary all the same.
    return [];
  }
}

async function picturesOf(
  { items }: BoardTab,
  port: KeptBoardsProps['port'],
): Promise<ReadonlyMap<BoardPictureId, string>> {
  const addresses = new Map<BoardPictureId, string>();
  for (const { item, shown } of items) {
    if (item.kind !== 'picture' || !shown || addresses.has(item.picture)) continue;
    try {
      const { type, data } = await port.picture(item.picture);
      addresses.set(item.picture, `data:${type};base64,${data}`);
    } catch (error) {
      // The rest is saved without it.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return addresses;
}
