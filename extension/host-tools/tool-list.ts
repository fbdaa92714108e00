/** The tools on the customer's computer that a rep is offered: a new one is named here and has a pane in tool-panes.ts. */
import type { ToolScope } from '../../shared/contract/consent.ts';

const offered = ['system-information'] as const satisfies readonly ToolScope[];
export type OfferedTool = (typeof offered)[number];

/** In the order in which they stand in the window, each with its key there. */
export const toolsWithKeys = offered.map((tool, place) => ({
  tool,
  key: `Alt ${place + 1}`,
  code: `Digit${place + 1}`,
}));
