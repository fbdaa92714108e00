import {
  Circle,
  Copy,
  Download,
  Ellipsis,
  Eraser,
  ExternalLink,
  Image,
  MousePointer2,
  Pencil,
  Printer,
  Redo2,
  Slash,
  Square,
  Type,
  Undo2,
  X,
  ZoomIn,
} from 'lucide';
import type { BoardInk, BoardPen } from '../../contract/whiteboard.ts';
import { BoardInk as Inks, BoardPen as Pens } from '../../contract/whiteboard.ts';
import { IconButton } from '../icon-button.tsx';
import type { IconNode } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import { inkColour } from './board-inks.ts';
import { pictureKey, toolKeys } from './board-keys.ts';
import type { BoardModel } from './board-model.ts';
import { boardTexts as texts } from './board-texts.ts';
import { copyBoard, printBoard, saveBoard } from './hand-out-board.ts';
import { boardTools } from './shape-of.ts';
import type { BoardTool } from './shape-of.ts';

const icons: Record<BoardTool, IconNode> = {
  select: MousePointer2,
  pencil: Pencil,
  eraser: Eraser,
  text: Type,
  circle: Circle,
  rectangle: Square,
  line: Slash,
};

/** Ways out of the page, as buttons where there is room and in a menu where there is not. */
const handOuts = {
  print: { icon: Printer, run: printBoard },
  save: { icon: Download, run: saveBoard },
  copy: { icon: Copy, run: copyBoard },
} as const;
type HandOut = keyof typeof handOuts;
const handOutKeys: readonly HandOut[] = ['print', 'save', 'copy'];

type BoardToolbarProps = {
  model: BoardModel;
  onOpenPicture: () => void;
  onRename: () => void;
  isLarge: boolean;
  onLarge: (isLarge: boolean) => void;
  /** Shows it where there is more room; without it there is no button. */
  onWindow?: (() => void) | undefined;
  /** Closes it for both; without it there is no button. */
  onClose?: (() => void) | undefined;
};

/** What to draw with, and what can be done with the whole. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { model, onOpenPicture, onRename, isLarge, onLarge, onWindow, onClose } = props;
  const handOut = (key: HandOut) => void handOuts[key].run(model);
  return (
    <div class="rh-board-tools" role="group" aria-label={texts.toolbar}>
      <div class="rh-board-tool-group">
        {boardTools.map((tool) => (
          <IconButton
            key={tool}
            icon={icons[tool]}
            label={texts.tools[tool]}
            keyHint={toolKeys[tool]}
            pressed={model.tool.value === tool}
            onClick={() => {
              model.tool.value = tool;
              if (tool !== 'select') model.selected.value = new Set();
            }}
          />
        ))}
        <IconButton icon={Image} label={texts.openPicture} keyHint={pictureKey} onClick={onOpenPicture} />
      </div>
      <div class="rh-board-tool-group">
        <InkMenu model={model} />
        <PenMenu model={model} />
        <IconButton
          icon={Undo2}
          label={texts.undo}
          keyHint="Ctrl Z"
          aria-disabled={!model.canUndo.value}
          onClick={() => model.undo()}
        />
        <IconButton
          icon={Redo2}
          label={texts.redo}
          keyHint="Ctrl Y"
          aria-disabled={!model.canRedo.value}
          onClick={() => model.redo()}
        />
        <IconButton icon={ZoomIn} label={texts.large} pressed={isLarge} onClick={() => onLarge(!isLarge)} />
      </div>
      <div class="rh-board-tool-group rh-board-tool-end">
        <span class="rh-board-wide">
          {handOutKeys.map((key) => (
            <IconButton key={key} icon={handOuts[key].icon} label={texts[key]} onClick={() => handOut(key)} />
          ))}
        </span>
        <Menu<HandOut | 'rename'>
          label={texts.more}
          icon={Ellipsis}
          items={[
            ...handOutKeys.map((key) => ({ key, label: texts[key], icon: handOuts[key].icon })),
            { key: 'rename', label: texts.rename, icon: Pencil, apart: true },
          ]}
          onSelect={(key) => (key === 'rename' ? onRename() : handOut(key))}
        />
        {onWindow !== undefined && <IconButton icon={ExternalLink} label={texts.window} onClick={onWindow} />}
        {onClose !== undefined && <IconButton icon={X} label={texts.close} onClick={onClose} />}
      </div>
    </div>
  );
}

function InkMenu({ model }: { model: BoardModel }) {
  return (
    <Menu<BoardInk>
      label={texts.ink(texts.inks[model.ink.value])}
      items={Inks.options.map((ink) => ({
        key: ink,
        label: texts.inks[ink],
        mark: <Swatch ink={ink} />,
        checked: ink === model.ink.value,
      }))}
      onSelect={(ink) => {
        model.ink.value = ink;
      }}
      isNamed
    >
      <Swatch ink={model.ink.value} />
    </Menu>
  );
}

function PenMenu({ model }: { model: BoardModel }) {
  return (
    <Menu<`${BoardPen}`>
      label={texts.pen(texts.pens[model.pen.value])}
      items={Pens.options.map((pen) => ({
        key: `${pen}` as const,
        label: texts.pens[pen],
        mark: <Thickness pen={pen} />,
        checked: pen === model.pen.value,
      }))}
      onSelect={(key) => {
        model.pen.value = Pens.options.find((pen) => `${pen}` === key) ?? model.pen.value;
      }}
      isNamed
    >
      <Thickness pen={model.pen.value} />
    </Menu>
  );
}

function Swatch({ ink }: { ink: BoardInk }) {
  return <span class="rh-board-swatch" style={{ background: inkColour(ink) }} />;
}

function Thickness({ pen }: { pen: BoardPen }) {
  return (
    <svg class="rh-board-thickness" viewBox="0 0 20 16" aria-hidden="true">
      <line x1="3" x2="17" y1="8" y2="8" stroke-width={pen / 2} />
    </svg>
  );
}
