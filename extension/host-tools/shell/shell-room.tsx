import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { hostShellContract, LARGEST_PASTE_BYTES } from '../../../shared/contract/host-shell.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { KeyHint } from '../../../shared/ui/key-hint.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { onShellFullScreen, turnShellFullScreen } from '../../platform/shell-full-screen.ts';
import { shellTexts as words } from '../../texts/host-shell-en.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { useView } from '../../view/view-context.ts';
import type { ToolPaneProps } from '../tool-panes.ts';
import { useToolClient } from '../use-tool-client.ts';
import { ExtraKeys } from './extra-keys.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { readPaste } from './paste-guard.ts';
import type { Paste } from './paste-guard.ts';
import { ShellBar } from './shell-bar.tsx';
import { createShellModel } from './shell-model.ts';
import type { OpenShell } from './shell-model.ts';
import { ShellSearch } from './shell-search.tsx';
import { TerminalBox } from './terminal-box.tsx';
import { onThemeChange } from './terminal-theme.ts';
import './shell-room.css';

/** Command lines on the customer's computer: one in sight, the others in tabs. */
export function ShellRoom({ channel }: ToolPaneProps) {
  const { orders } = useView();
  const room = useRef<HTMLElement>(null);
  const [isSearching, setSearching] = useState(false);
  const [isFull, setFull] = useState(false);
  // A finger has no Escape and no arrows: where it is the way to point, they are there from the beginning.
  const [hasExtraKeys, setExtraKeys] = useState(() => matchMedia('(pointer: coarse)').matches);
  const [asked, setAsked] = useState<Extract<Paste, { is: 'lines' }>>();
  const [closing, setClosing] = useState<{ shell: OpenShell; program: string }>();
  const say = (text: string) => orders.tell(text);

  const paste = (text: string) => {
    const pasted = readPaste(text);
    if (pasted.is === 'lines') setAsked(pasted);
    else if (pasted.is === 'plain') currentShell()?.terminal.paste(pasted.text);
    else if (pasted.is === 'too-long') say(words.paste.tooLong(byteSize(LARGEST_PASTE_BYTES)));
  };
  const model = useMemo(
    () =>
      createShellModel({
        onPaste: paste,
        onFind: () => setSearching(true),
        onViewerKey: (code) => leaveBy(code, room.current),
        onFailure: say,
      }),
    [],
  );
  const currentShell = () => model.shells.value.find(({ shell }) => shell === model.current.value);
  const shell = currentShell();
  const client = useToolClient(channel, hostShellContract, { onEvent: model.onEvent, onBytes: model.onBytes });
  const [failure, setFailure] = useState<string>();
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'no-answer') setFailure(error.message);
    }
  };

  useEffect(() => {
    if (client === undefined) return;
    void attempt(() => model.come(client));
    return () => model.leave(client, channel?.readyState === 'open');
  }, [client]);
  useEffect(() => onThemeChange(model.colour), []);
  useEffect(() => onShellFullScreen(setFull), []);
  useEffect(() => model.dispose, []);
  // Who was asked something goes on where they were.
  const isAsked = asked !== undefined || closing !== undefined;
  useEffect(() => {
    if (!isAsked) currentShell()?.terminal.focus();
  }, [isAsked]);

  const close = async (one: OpenShell) => {
    await attempt(async () => {
      const program = await model.programIn(one);
      if (program === null) model.close(one);
      else setClosing({ shell: one, program });
    });
  };
  const turnFull = async () => {
    const filled = room.current !== null && (await turnShellFullScreen(room.current, !isFull));
    if (!filled) say(words.fullScreenFailed);
    shell?.terminal.focus();
  };
  const pasteFromMenu = async () => {
    try {
      paste(await navigator.clipboard.readText());
    } catch {
      // Without the permission the browser says no; its own key needs none.
      say(words.paste.byKey);
    }
  };
  return (
    <section ref={room} class="ext-shell" aria-label={toolTexts.name.shell}>
      <ShellBar
        model={model}
        isFull={isFull}
        hasExtraKeys={hasExtraKeys}
        onOpen={() => void attempt(model.open)}
        onClose={(one) => void close(one)}
        onFind={() => setSearching(true)}
        onPaste={() => void pasteFromMenu()}
        onFull={() => void turnFull()}
        onExtraKeys={setExtraKeys}
        onSay={say}
      />
      {client === undefined && <Notice kind="caution">{words.broken}</Notice>}
      {failure !== undefined && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      {model.standing.value === 'elsewhere' && client !== undefined && (
        <Notice kind="info">
          {words.elsewhere} <Button onClick={() => void attempt(() => model.come(client))}>{words.useHere}</Button>
        </Notice>
      )}
      {isSearching && shell !== undefined && (
        <ShellSearch
          terminal={shell.terminal}
          onClose={() => {
            setSearching(false);
            shell.terminal.focus();
          }}
        />
      )}
      {shell === undefined ? (
        <p class="ext-shell-none">
          {words.none}{' '}
          {client !== undefined && (
            <Button kind="primary" onClick={() => void attempt(model.open)}>
              {words.open}
            </Button>
          )}
        </p>
      ) : (
        <TerminalBox key={shell.shell} shell={shell} onStep={model.step} />
      )}
      {hasExtraKeys && <ExtraKeys model={model} />}
      <p class="ext-shell-way-out">
        <KeyHint keys="Ctrl Alt Shift" /> {words.wayOut}
      </p>
      {asked !== undefined && (
        <PasteDialog
          paste={asked}
          onKeep={() => setAsked(undefined)}
          onPaste={() => {
            setAsked(undefined);
            shell?.terminal.paste(asked.text);
          }}
        />
      )}
      {closing !== undefined && (
        <Dialog
          title={words.closing.title(safeName(closing.shell.name))}
          harmless={words.closing.keep}
          onHarmless={() => setClosing(undefined)}
          act={words.closing.close(safeName(closing.shell.name))}
          actKind="danger"
          onAct={() => {
            setClosing(undefined);
            model.close(closing.shell);
          }}
        >
          <p>{words.closing.text(safeName(closing.program, 40))}</p>
        </Dialog>
      )}
    </section>
  );
}

/** The way out of a terminal by the keyboard; every other key is the window's own, as over the picture. */
function leaveBy(code: string, room: HTMLElement | null): void {
  if (code === 'Escape' || code === 'Tab') {
    room?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    return;
  }
  document.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true, bubbles: true, cancelable: true }));
}
