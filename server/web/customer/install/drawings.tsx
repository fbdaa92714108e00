/** Small drawings of what is to be pressed, in the browser's own words. The text beside them says the same. */
import { ArrowRight, FileArchive, Folder, MessageSquare, Pin, Puzzle } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { installTexts } from '../../texts/customer-install.ts';

const words = installTexts.drawn;

/** A file, and the folder that it is unpacked to. */
export function DrawnArchive({ file, folder }: { file: string; folder?: string }) {
  return (
    <span class="drawn drawn-files" aria-hidden="true">
      <span class="drawn-file">
        <Icon icon={FileArchive} size={24} />
        {file}
      </span>
      {folder !== undefined && (
        <>
          <Icon icon={ArrowRight} size={16} />
          <span class="drawn-file">
            <Icon icon={Folder} size={24} />
            {folder}
          </span>
        </>
      )}
    </span>
  );
}

/** The page of extensions, with its switch. */
export function DrawnDeveloperMode() {
  return (
    <DrawnWindow address={words.extensions}>
      <Marked>
        {words.developer}
        <span class="drawn-switch" />
      </Marked>
    </DrawnWindow>
  );
}

/** The same page, with its button. */
export function DrawnLoadUnpacked() {
  return (
    <DrawnWindow address={words.extensions}>
      <span class="drawn-row">
        <Marked>
          <span class="drawn-button">{words.unpacked}</span>
        </Marked>
        <span class="drawn-button drawn-faint">{words.pack}</span>
      </span>
    </DrawnWindow>
  );
}

/** The entry in the store. */
export function DrawnStore() {
  return (
    <DrawnWindow address={words.store}>
      <Marked>
        <span class="drawn-button">{words.add}</span>
      </Marked>
    </DrawnWindow>
  );
}

/** The menu behind the puzzle piece. */
export function DrawnPin() {
  return (
    <DrawnWindow
      address=""
      atEnd={
        <Marked>
          <Icon icon={Puzzle} size={16} />
        </Marked>
      }
    >
      <span class="drawn-row">
        <OwnIcon />
        {words.icon}
        <Marked>
          <Icon icon={Pin} size={16} />
        </Marked>
      </span>
    </DrawnWindow>
  );
}

/** Firefox’s question. */
export function DrawnQuestion() {
  return (
    <DrawnWindow address="">
      {words.addOn}
      <span class="drawn-row">
        <span class="drawn-button drawn-faint">{words.cancel}</span>
        <Marked>
          <span class="drawn-button">{words.addButton}</span>
        </Marked>
      </span>
    </DrawnWindow>
  );
}

/** The address to type. */
export function DrawnDebugging() {
  return (
    <span class="drawn drawn-window" aria-hidden="true">
      <span class="drawn-bar">
        <Marked>
          <span class="drawn-address">{words.debugging}</span>
        </Marked>
      </span>
    </span>
  );
}

/** Firefox’s page for add-ons that are not signed. */
export function DrawnTemporary() {
  return (
    <DrawnWindow address={words.debugging}>
      <Marked>
        <span class="drawn-button">{words.temporary}</span>
      </Marked>
    </DrawnWindow>
  );
}

/** The icon in the toolbar. */
export function DrawnIcon() {
  return (
    <DrawnWindow
      address=""
      atEnd={
        <Marked>
          <OwnIcon />
        </Marked>
      }
    />
  );
}

type DrawnWindowProps = { address: string; atEnd?: ComponentChildren; children?: ComponentChildren };

function DrawnWindow({ address, atEnd, children }: DrawnWindowProps) {
  return (
    <span class="drawn drawn-window" aria-hidden="true">
      <span class="drawn-bar">
        <span class="drawn-address">{address}</span>
        {atEnd}
      </span>
      {children !== undefined && <span class="drawn-page">{children}</span>}
    </span>
  );
}

/** What is to be pressed. */
function Marked({ children }: { children: ComponentChildren }) {
  return <span class="drawn-marked">{children}</span>;
}

/** As it stands in the toolbar, in the product's colour. */
function OwnIcon() {
  return (
    <span class="drawn-icon">
      <Icon icon={MessageSquare} size={12} />
    </span>
  );
}
