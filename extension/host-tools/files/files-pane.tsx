import { firstName } from '../../view/first-name.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import type { ToolPaneProps } from '../tool-panes.ts';
import { CopyList } from './copy-list.tsx';
import { InUseDialog } from './file-questions.tsx';
import { LocalSide } from './local-side.tsx';
import { RemoteSide } from './remote-side.tsx';
import { useFilesModel } from './use-files-model.ts';
import './files-pane.css';

/** Two computers side by side, and what is being copied between them. */
export function FilesPane({ head, channel }: ToolPaneProps) {
  const model = useFilesModel(head.id, channel);
  const customer = firstName(head.customer.name);
  const question = model.queue.question.value;
  return (
    <div class="ext-files">
      <h2 class="rh-unseen">{toolTexts.name.files}</h2>
      <div class="ext-files-sides">
        <LocalSide model={model} customer={customer} />
        <RemoteSide model={model} customer={customer} />
      </div>
      <CopyList queue={model.queue} customer={customer} />
      {question !== undefined && <InUseDialog key={question.name} question={question} customer={customer} />}
    </div>
  );
}
