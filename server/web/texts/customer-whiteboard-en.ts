/** What the customer's page says about the whiteboard. Names that come in have been made safe to show already. */
export const whiteboardTexts = {
  suggest: 'Draw together on a whiteboard',
  takeBack: 'Take the question back',
  waits: (rep: string) => `${rep} is asked whether to draw together`,
  card: {
    title: (rep: string) => `Draw together with ${rep}?`,
    text: (rep: string) =>
      `A sheet of paper that both of you see and draw on, here in the page. ${rep} sees nothing else of your computer.`,
    yes: 'Open the whiteboard',
    no: 'No',
  },
  views: 'Whiteboard and chat',
  chat: 'Chat',
  paper: 'Whiteboard',
  you: 'you',
  log: {
    'whiteboard-asked': (isRep: boolean) =>
      isRep ? 'would like to draw with you on a whiteboard' : 'asked for a whiteboard',
    'whiteboard-accepted': (_isRep: boolean) => 'opened the whiteboard',
    'whiteboard-declined': (isRep: boolean) => (isRep ? 'would not like a whiteboard' : 'said no to the whiteboard'),
    'whiteboard-closed': (_isRep: boolean) => 'closed the whiteboard',
  },
} as const;
