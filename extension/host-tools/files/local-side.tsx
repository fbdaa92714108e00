import { ArrowUp, FolderOpen, FolderPlus, Plus, Upload, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { fileToolTexts as words } from '../../texts/host-files-en.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { DropPlace, dragTypes } from './drop-place.tsx';
import { NameDialog } from './file-questions.tsx';
import { FileTable } from './file-table.tsx';
import type { FilesModel } from './files-model.ts';
import { droppedItems, itemOfFile } from './local-item.ts';
import type { FileRow } from './sort-rows.ts';

/** The rep's own side: an opened folder, or what was chosen and received. */
export function LocalSide({ model, customer }: { model: FilesModel; customer: string }) {
  const [isNaming, setNaming] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const way = model.way.value;
  const isFolder = way.length > 0;
  const items = model.localItems.value;
  const chosen = model.chosenHere.value;
  const broken = model.link.isLive ? undefined : toolTexts.way.broken;
  useEffect(() => void model.readLocal(), [model]);
  const rows: FileRow[] = items.map((item) => ({
    name: item.name,
    kind: item.kind,
    bytes: item.kind === 'file' ? item.bytes : 0,
    changedAt: item.kind === 'file' ? item.changedAt : 0,
    isHidden: false,
  }));
  const picked = items.filter(({ name }) => chosen.has(name));
  const open = ({ name, kind }: FileRow) => {
    if (kind === 'folder' && isFolder) void model.enter(name);
    else model.give(items.filter((item) => item.name === name));
  };
  return (
    <section class="ext-files-side" aria-label={words.here}>
      <header class="ext-files-head">
        <h3>{words.here}</h3>
        {model.canOpenFolder && (
          <Button icon={FolderOpen} onClick={() => void model.openFolder()}>
            {isFolder ? words.local.openOther : words.local.openFolder}
          </Button>
        )}
        <Button icon={Plus} onClick={() => picker.current?.click()}>
          {words.local.chooseFiles}
        </Button>
        <input
          ref={picker}
          class="rh-unseen"
          type="file"
          multiple
          tabIndex={-1}
          aria-label={words.local.chooseFiles}
          onChange={(event) => {
            void model.add([...(event.currentTarget.files ?? [])].map(itemOfFile));
            event.currentTarget.value = '';
          }}
        />
      </header>
      <div class="ext-files-path">
        <IconButton
          icon={way.length === 1 ? X : ArrowUp}
          label={way.length === 1 ? words.local.leaveFolder : words.up}
          disabledReason={isFolder ? undefined : words.up}
          onClick={() => void model.leave()}
        />
        <span class="ext-files-where">
          {isFolder ? way.map(({ name }) => safeName(name, 60)).join(' / ') : words.local.held}
        </span>
      </div>
      <div class="ext-files-orders">
        <Button
          kind="primary"
          icon={Upload}
          disabledReason={broken ?? (picked.length === 0 ? words.chooseFirst : undefined)}
          onClick={() => model.giveChosen()}
        >
          {picked.length > 1 ? words.giveMany(picked.length, customer) : words.give(customer)}
        </Button>
        {isFolder && <IconButton icon={FolderPlus} label={words.newFolder} onClick={() => setNaming(true)} />}
        <span class="ext-files-chosen" role="status">
          {picked.length > 0 &&
            words.chosen(
              picked.length,
              picked.reduce((sum, item) => sum + (item.kind === 'file' ? item.bytes : 0), 0),
            )}
        </span>
      </div>
      <DropPlace
        takes={isFolder ? [dragTypes.remote] : ['Files', dragTypes.remote]}
        hint={words.dropHere}
        onDrop={async (transfer) => {
          const name = transfer.getData(dragTypes.remote);
          if (name === '') await model.add(await droppedItems(transfer));
          else model.takeChosen();
        }}
      >
        {rows.length === 0 ? (
          <EmptyState text={isFolder ? words.empty : model.canOpenFolder ? words.local.hint : words.local.hintHeld} />
        ) : (
          <FileTable
            key={way.length}
            label={words.here}
            rows={rows}
            chosen={chosen}
            onChosen={(names) => {
              model.chosenHere.value = names;
            }}
            onOpen={open}
            onUp={() => isFolder && void model.leave()}
            dragType={dragTypes.local}
          />
        )}
      </DropPlace>
      {isNaming && (
        <NameDialog
          title={words.naming.newFolder}
          act={words.naming.make}
          name=""
          onName={(name) => model.makeLocalFolder(name)}
          onClose={() => setNaming(false)}
        />
      )}
    </section>
  );
}
