import type { Signal } from '@preact/signals';
import type { ToolScope } from '../../shared/contract/consent.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { toolIcons } from '../../shared/ui/tool-icons.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import { toolsWithKeys } from './tool-list.ts';

/** One button a tool; pressed again, it gives the stage back to the screen. */
export function ToolBar({ chosen }: { chosen: Signal<ToolScope | null> }) {
  return (
    <>
      {toolsWithKeys.map(({ tool, key }) => (
        <IconButton
          key={tool}
          size="toolbar"
          icon={toolIcons[tool]}
          label={toolTexts.name[tool]}
          keyHint={key}
          pressed={chosen.value === tool}
          onClick={() => {
            chosen.value = chosen.value === tool ? null : tool;
          }}
        />
      ))}
    </>
  );
}
