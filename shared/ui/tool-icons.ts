import { Cpu, FolderOpen, SquareTerminal, Wrench } from 'lucide';
import type { ToolScope } from '../contract/consent.ts';
import type { IconNode } from './icon.tsx';

/** The picture of each tool on the customer's computer, the same on both sides. */
export const toolIcons: Readonly<Record<ToolScope, IconNode>> = {
  files: FolderOpen,
  shell: SquareTerminal,
  'system-information': Cpu,
  actions: Wrench,
};
