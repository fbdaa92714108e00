import { CircleDot, Plus, Search, Settings2, X } from 'lucide';
import { useState } from 'preact/hooks';
import { MOST_SHELLS } from '../../../shared/contract/host-shell.ts';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Tag } from '../../../shared/ui/tag.tsx';
import { shellTexts as words } from '../../texts/host-shell-en.ts';
import type { OpenShell, ShellModel } from './shell-model.ts';
import { ShellTabs } from './shell-tabs.tsx';

type ShellBarProps = {
  model: ShellModel;
  isFull: boolean;
  hasExtraKeys: boolean;
  onOpen: () => void;
  onClose: (shell: OpenShell) => void;
  onFind: () => void;
  onPaste: () => void;
  onFull: () => void;
  onExtraKeys: (shown: boolean) => void;
  onSay: (text: string) => void;
};

/** The list of command lines with the name of the current one, their tabs, and what can be done with it. */
export function ShellBar(props: ShellBarProps) {
  const { model, onOpen, onClose, onFind } = props;
  const [renaming, setRenaming] = useState<number>();
  const all = model.shells.value;
  const current = all.find(({ shell }) => shell === model.current.value);
  const running = all.filter(({ ended }) => ended === null).length;
  return (
    <header class="ext-shell-bar">
      {current !== undefined && (
        <Menu
          label={words.sessions(safeName(current.name))}
          isNamed
          items={all.map(({ shell, name, ended }) => ({
            key: String(shell),
            label: safeName(name),
            checked: shell === current.shell,
            keyHint: ended === null ? undefined : words.endedMark,
          }))}
          onSelect={(key) => {
            model.current.value = Number(key);
          }}
        >
          <span class="ext-shell-current">{safeName(current.name)}</span>
        </Menu>
      )}
      <ShellTabs model={model} renaming={renaming} onRenaming={setRenaming} />
      <IconButton
        icon={Plus}
        label={words.open}
        disabledReason={
          running >= MOST_SHELLS
            ? words.tooMany(MOST_SHELLS)
            : model.standing.value === 'here'
              ? undefined
              : words.loading
        }
        onClick={onOpen}
      />
      {current !== undefined && (
        <>
          <IconButton icon={X} label={words.close(safeName(current.name))} onClick={() => onClose(current)} />
          <span class="ext-shell-apart" />
          {current.isRecorded && (
            <Tag kind="danger" icon={CircleDot}>
              {words.recorded}
            </Tag>
          )}
          <IconButton icon={Search} label={words.menu.find} keyHint="Ctrl Shift F" onClick={onFind} />
          <Options {...props} current={current} onRename={() => setRenaming(current.shell)} />
        </>
      )}
    </header>
  );
}

function Options(props: ShellBarProps & { current: OpenShell; onRename: () => void }) {
  const { model, current, isFull, hasExtraKeys, onPaste, onFull, onExtraKeys, onSay, onRename } = props;
  const [isReadAloud, setReadAloud] = useState(false);
  const { menu } = words;
  const { terminal } = current;
  const copy = async () => {
    const marked = terminal.selection();
    if (marked !== '') await navigator.clipboard.writeText(marked);
    onSay(marked === '' ? menu.nothingMarked : menu.copied);
  };
  const acts = {
    full: onFull,
    keys: () => onExtraKeys(!hasExtraKeys),
    copy: () => void copy(),
    paste: onPaste,
    rename: onRename,
    clear: () => terminal.clear(),
    larger: () => model.setFontSize(1),
    smaller: () => model.setFontSize(-1),
    aloud: () => {
      model.setReadAloud(!isReadAloud);
      setReadAloud(!isReadAloud);
    },
  };
  return (
    <Menu<keyof typeof acts>
      label={menu.label}
      icon={Settings2}
      items={[
        { key: 'full', label: isFull ? menu.leaveFullScreen : menu.fullScreen },
        { key: 'keys', label: hasExtraKeys ? menu.hideKeys : menu.showKeys },
        { key: 'copy', label: menu.copy, keyHint: 'Ctrl Shift C', apart: true },
        { key: 'paste', label: menu.paste, keyHint: 'Ctrl Shift V' },
        { key: 'clear', label: menu.clear },
        { key: 'rename', label: words.renameThis, keyHint: 'F2' },
        { key: 'larger', label: menu.larger, apart: true },
        { key: 'smaller', label: menu.smaller },
        { key: 'aloud', label: isReadAloud ? menu.notReadAloud : menu.readAloud },
      ]}
      onSelect={(key) => acts[key]()}
    />
  );
}
