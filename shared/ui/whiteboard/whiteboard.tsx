import { Plus } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AppError } from '../../contract/errors.ts';
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardSide } from '../../contract/whiteboard.ts';
import { Dialog } from '../dialog.tsx';
import { failureWords } from '../failure-words.ts';
import { IconButton } from '../icon-button.tsx';
import { isComposing } from '../is-composing.ts';
import { isTyping } from '../is-typing.ts';
import { Notice } from '../notice.tsx';
import { safeName } from '../safe-text.ts';
import { Tabs } from '../tabs.tsx';
import { TextInput } from '../text-input.tsx';
import { BoardContents } from './board-contents.tsx';
import { createBoardHand } from './board-hand.ts';
import { pressBoardKey } from './board-keys.ts';
import type { BoardModel } from './board-model.ts';
import { addTab, putPicture, putText } from './board-orders.ts';
import type { WritingPlace } from './board-orders.ts';
import { BoardPaper } from './board-paper.tsx';
import { boardTexts as texts } from './board-texts.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { BoardWriting } from './board-writing.tsx';
import { textSizes } from './geometry.ts';
import type { Point } from './geometry.ts';
import { openPicture } from './open-picture.ts';
import { watchInput } from './watch-input.ts';
import './whiteboard.css';

type WhiteboardProps = {
  model: BoardModel;
  /** Who the two sides are, safe to show: "you" for the own one. */
  names: Readonly<Record<BoardSide, string>>;
  /** Keys of one letter work; they can be switched off. */
  singleKeys?: boolean | undefined;
  /** Shows it where there is more room. */
  onWindow?: (() => void) | undefined;
  /** Closes it for both. */
  onClose?: (() => void) | undefined;
};

/** The whiteboard of a session: tools, tabs and the sheet that both sides draw on. */
export function Whiteboard({ model, names, singleKeys = true, onWindow, onClose }: WhiteboardProps) {
  const box = useRef<HTMLElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [writingAt, setWritingAt] = useState<WritingPlace>();
  const [isRenaming, setRenaming] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const write = (at: Point) =>
    setWritingAt({ x: at.x, y: at.y - textSizes[model.pen.value] * 0.6, tab: model.current.value?.id });
  const hand = useMemo(() => createBoardHand(model, write), [model]);
  useEffect(() => () => hand.cancel(), [hand]);
  const { tabs } = model.board.value;
  const current = model.current.value;

  const open = async (picked: (Blob & { readonly name?: string }) | null | undefined) => {
    if (picked === null || picked === undefined) return;
    const opened = await openPicture(picked);
    if (typeof opened === 'string') {
      model.notice.value = texts[opened];
      return;
    }
    try {
      await putPicture(model, opened);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      model.notice.value = failureWords(error);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const isDone = pressBoardKey(model, event, {
      onPaper: event.target instanceof Element && event.target.classList.contains('rh-board-paper'),
      singleKeys,
      openPicture: () => file.current?.click(),
      write: () => write({ x: boardSize.width / 3, y: boardSize.height / 2 }),
    });
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // After each drawing, because it is drawn anew whenever something changes that they look at.
  useEffect(() =>
    box.current === null ? undefined : watchInput(box.current, { onKey: press, onFile: (picked) => void open(picked) }),
  );
  if (!model.isReady.value || current === undefined) return <p class="rh-board-coming rh-soft">{texts.loading}</p>;
  return (
    <section ref={box} class="rh-board" aria-label={texts.whiteboard}>
      <BoardToolbar
        model={model}
        onOpenPicture={() => file.current?.click()}
        onRename={() => setRenaming(true)}
        isLarge={isLarge}
        onLarge={setLarge}
        onWindow={onWindow}
        onClose={onClose}
      />
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={texts.openPicture}
        hidden
        onChange={(event) => {
          void open(event.currentTarget.files?.[0]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {model.notice.value !== undefined && (
        <Notice kind="info" alert>
          {model.notice.value}
        </Notice>
      )}
      {model.isAway.value && <Notice>{texts.away}</Notice>}
      <Tabs
        label={texts.tabs}
        tabs={tabs.map(({ id, name }) => ({ key: id, label: safeName(name, 40) }))}
        value={current.id}
        onValue={(tab) => {
          model.tab.value = tab;
          model.selected.value = new Set();
        }}
        aside={<IconButton icon={Plus} label={texts.addTab} onClick={() => addTab(model)} />}
      >
        <BoardPaper model={model} hand={hand} isLarge={isLarge}>
          {writingAt !== undefined && writingAt.tab === current.id && (
            <BoardWriting
              key={`${writingAt.x} ${writingAt.y}`}
              at={writingAt}
              ink={model.ink.value}
              pen={model.pen.value}
              onDone={(text) => {
                setWritingAt(undefined);
                putText(model, writingAt, text);
              }}
            />
          )}
        </BoardPaper>
        <BoardContents model={model} names={names} />
      </Tabs>
      {isRenaming && (
        <RenameTab
          name={current.name}
          onClose={() => setRenaming(false)}
          onName={(name) => model.carryOut([{ op: 'renameTab', tab: current.id, name }])}
        />
      )}
    </section>
  );
}

type RenameTabProps = { name: string; onName: (name: string) => void; onClose: () => void };

function RenameTab({ name, onName, onClose }: RenameTabProps) {
  const [value, setValue] = useState(name);
  const keep = () => {
    if (value.trim() !== '') onName(value.trim());
    onClose();
  };
  return (
    <Dialog title={texts.rename} harmless={texts.cancel} onHarmless={onClose} act={texts.keepName} onAct={keep}>
      <TextInput
        label={texts.nameOfTab}
        value={value}
        maxLength={40}
        onValue={setValue}
        onKeyDown={(event) => event.key === 'Enter' && !isComposing(event) && keep()}
      />
    </Dialog>
  );
}
