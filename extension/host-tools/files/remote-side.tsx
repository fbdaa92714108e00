import { ArrowUp, Download, Eye, EyeOff, FolderPlus, Pencil, RefreshCw, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { fileToolTexts as words } from '../../texts/host-files-en.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { separatorOf } from './copy-work.ts';
import { DropPlace, dragTypes } from './drop-place.tsx';
import { NameDialog, RemoveDialog } from './file-questions.tsx';
import { FileTable } from './file-table.tsx';
import type { FilesModel } from './files-model.ts';
import { droppedItems } from './local-item.ts';
import { MOST_SHOWN_ROWS } from './remote-folder.ts';
import type { FileRow } from './sort-rows.ts';

type Question = 'new-folder' | 'rename' | 'remove';

/** The customer's computer: browse, make, rename, delete, and copy from there. */
export function RemoteSide({ model, customer }: { model: FilesModel; customer: string }) {
  const { remote, link } = model;
  const chosen = model.chosenThere.value;
  const setChosen = (names: ReadonlySet<string>) => {
    model.chosenThere.value = names;
  };
  const [showsHidden, setShowsHidden] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const view = remote.view.value;
  const rows = view?.entries.filter(({ isHidden }) => showsHidden || !isHidden) ?? [];
  const picked = rows.filter(({ name }) => chosen.has(name));
  const broken = link.isLive ? undefined : toolTexts.way.broken;
  const [only] = picked;
  const pathOf = (name: string) => {
    const folder = view?.path ?? '';
    const separator = separatorOf(folder);
    return folder.endsWith(separator) ? folder + name : folder + separator + name;
  };
  const goTo = (path: string) => {
    setChosen(new Set());
    void remote.open(path);
  };
  const open = ({ name, kind }: FileRow) => {
    if (kind === 'folder') goTo(pathOf(name));
    else if (kind === 'link') {
      setChosen(new Set());
      void remote.follow(pathOf(name));
    } else model.take(new Set([name]));
  };
  const up = () => view !== undefined && view.parent !== null && goTo(view.parent);
  const needsChoice = picked.length === 0 ? words.chooseFirst : undefined;
  return (
    <section class="ext-files-side" aria-label={words.there(customer)}>
      <header class="ext-files-head">
        <h3>{words.there(customer)}</h3>
        <Menu
          label={words.places}
          items={remote.places.value.map(({ kind, path }) => ({
            key: path,
            label: kind === 'home' ? `${words.home}: ${safeName(path, 60)}` : safeName(path, 60),
          }))}
          onSelect={goTo}
        >
          {words.places}
        </Menu>
        <IconButton
          icon={showsHidden ? Eye : EyeOff}
          label={words.showHidden}
          pressed={showsHidden}
          onClick={() => {
            setShowsHidden(!showsHidden);
            setChosen(new Set());
          }}
        />
        <IconButton
          icon={RefreshCw}
          label={words.refresh}
          disabledReason={broken}
          onClick={() => void remote.refresh()}
        />
      </header>
      <PathLine path={view?.path ?? ''} canGoUp={view?.parent !== null} onUp={up} onPath={goTo} />
      <div class="ext-files-orders">
        <Button
          kind="primary"
          icon={Download}
          disabledReason={broken ?? needsChoice}
          onClick={() => model.take(new Set(picked.map(({ name }) => name)))}
        >
          {picked.length > 1 ? words.takeMany(picked.length) : words.take}
        </Button>
        <IconButton
          icon={FolderPlus}
          label={words.newFolder}
          disabledReason={broken}
          onClick={() => setQuestion('new-folder')}
        />
        <IconButton
          icon={Pencil}
          label={words.rename}
          keyHint="F2"
          disabledReason={broken ?? (picked.length === 1 ? undefined : words.chooseFirst)}
          onClick={() => setQuestion('rename')}
        />
        <IconButton
          icon={Trash2}
          label={words.remove}
          keyHint="Delete"
          disabledReason={broken ?? needsChoice}
          onClick={() => setQuestion('remove')}
        />
        <span class="ext-files-chosen" role="status">
          {picked.length > 0 &&
            words.chosen(
              picked.length,
              picked.reduce((sum, { bytes }) => sum + bytes, 0),
            )}
        </span>
      </div>
      {broken !== undefined && <Notice kind="wait">{broken}</Notice>}
      {remote.failure.value !== undefined && (
        <Notice kind="danger" alert>
          {remote.failure.value}
        </Notice>
      )}
      <DropPlace
        takes={['Files', dragTypes.local]}
        hint={words.drop(customer)}
        onDrop={async (transfer) => {
          const name = transfer.getData(dragTypes.local);
          if (name === '') return model.give(await droppedItems(transfer));
          model.giveChosen();
        }}
      >
        {view === undefined ? (
          remote.isReading.value && <Skeleton label={words.reading} rows={6} />
        ) : rows.length === 0 ? (
          <EmptyState text={view.entries.length === 0 ? words.empty : words.allHidden} />
        ) : (
          <FileTable
            key={view.path}
            label={words.there(customer)}
            rows={rows}
            chosen={chosen}
            onChosen={setChosen}
            onOpen={open}
            onUp={up}
            onRename={() => picked.length === 1 && setQuestion('rename')}
            onRemove={() => picked.length > 0 && setQuestion('remove')}
            dragType={dragTypes.remote}
          />
        )}
        {view?.isCut === true && <p class="ext-files-cut">{words.cut(MOST_SHOWN_ROWS)}</p>}
      </DropPlace>
      {question === 'new-folder' && view !== undefined && (
        <NameDialog
          title={words.naming.newFolder}
          detail={words.naming.newFolderIn(safeName(view.path, 120))}
          act={words.naming.make}
          name=""
          onName={(name) => model.change(() => link.call('files.make-folder', { folder: view.path, name }))}
          onClose={() => setQuestion(undefined)}
        />
      )}
      {question === 'rename' && only !== undefined && (
        <NameDialog
          title={words.naming.rename(safeName(only.name, 60))}
          act={words.naming.change}
          name={only.name}
          onName={(name) => model.change(() => link.call('files.rename', { path: pathOf(only.name), name }))}
          onClose={() => setQuestion(undefined)}
        />
      )}
      {question === 'remove' && picked.length > 0 && (
        <RemoveDialog
          model={model}
          names={picked.map(({ name }) => name)}
          paths={picked.map(({ name }) => pathOf(name))}
          customer={customer}
          onClose={() => {
            setQuestion(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </section>
  );
}

type PathLineProps = { path: string; canGoUp: boolean; onUp: () => void; onPath: (path: string) => void };

/** The path, to be read and to be typed over. */
function PathLine({ path, canGoUp, onUp, onPath }: PathLineProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <form
      class="ext-files-path"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== undefined && typed.trim() !== '') onPath(withoutEnd(typed.trim()));
        setTyped(undefined);
      }}
    >
      <IconButton icon={ArrowUp} label={words.up} disabledReason={canGoUp ? undefined : words.up} onClick={onUp} />
      <input
        class="rh-input"
        aria-label={words.path}
        spellcheck={false}
        value={typed ?? path}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
    </form>
  );
}

/** People end a folder's path with a stroke; the host knows it without. */
function withoutEnd(path: string): string {
  return /^(?:\/|[a-z]:\\)$/iu.test(path) ? path : path.replace(/[/\\]$/u, '');
}
