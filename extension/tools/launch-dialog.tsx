import { AppWindow, Folder } from 'lucide';
import { isLocalPath } from '../../shared/contract/launch.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { List, ListRow } from '../../shared/ui/list-row.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { askToLaunch } from '../session/launch.ts';
import type { Launchable } from '../session/launch.ts';
import { commandLine } from '../session/slash-menu.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { toolTexts } from '../texts/tools-en.ts';
import { useView } from '../view/view-context.ts';
import type { ToolPlace } from './session-tool.ts';
import './tools-tab.css';

const words = toolTexts.launch;

/** Which of the own and shared folders and programs is opened on the customer's computer. A press asks there. */
export function LaunchDialog({ place: { head, name }, onClose }: { place: ToolPlace; onClose: () => void }) {
  const { desk, orders } = useView();
  const items = [...desk.shortcuts.value, ...desk.shared.value].filter(
    (item): item is Launchable => item.kind === 'program' || item.kind === 'directory',
  );
  return (
    <Dialog title={words.dialog(name)} harmless={words.cancel} onHarmless={onClose}>
      <p>{items.length === 0 ? words.none : words.dialogText(name)}</p>
      {items.length > 0 && (
        <div class="ext-tools-launch">
          <List label={words.title}>
            {items.map((item) => (
              <ListRow
                key={item.id}
                start={<Icon icon={item.kind === 'directory' ? Folder : AppWindow} />}
                title={<OutsideText text={item.name} />}
                detail={isLocalPath(item.path) ? <OutsideText text={commandLine(item)} /> : shortcutTexts.noLocalPath}
                onOpen={
                  isLocalPath(item.path)
                    ? () => {
                        void askToLaunch(orders, head, item);
                        onClose();
                      }
                    : undefined
                }
              />
            ))}
          </List>
        </div>
      )}
    </Dialog>
  );
}
