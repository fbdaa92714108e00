/** What the extension says about the whiteboard. Names that come in have been made safe to show already. */
import type { Sentence } from './log-en.ts';

export const whiteboardTexts = {
  tab: 'Whiteboard',
  suggest: 'Draw together on a whiteboard',
  takeBack: 'Take the question back',
  waits: (name: string) => `${name} is asked whether to draw together`,
  card: {
    title: (name: string) => `${name} would like to draw together`,
    text: 'A sheet of paper that both of you see and draw on.',
    yes: 'Open the whiteboard',
    no: 'No',
  },
  inWindow: 'Show the whiteboard',
  showScreen: 'Show the screen',
  log: {
    'whiteboard-asked': (by: string): Sentence => ({ strong: by, rest: 'would like to draw together on a whiteboard' }),
    'whiteboard-accepted': (by: string): Sentence => ({ strong: by, rest: 'opened the whiteboard' }),
    'whiteboard-declined': (by: string): Sentence => ({ strong: by, rest: 'said no to the whiteboard' }),
    'whiteboard-closed': (by: string): Sentence => ({ strong: by, rest: 'closed the whiteboard' }),
  },
} as const;
