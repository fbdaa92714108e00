/** Words of what a rep can begin from any page of the browser. */
export const anywhereTexts = {
  menu: {
    selected: 'Start RemoteHelp with “%s”',
    mailed: 'Start RemoteHelp with this person',
    page: 'Send this page to the customer',
    link: 'Send this link to the customer',
    picture: 'Send this picture to the customer',
  },
  bar: {
    title: 'RemoteHelp: a customer’s name, or the six digits of a code',
    live: (name: string) => `Chat with ${name}`,
    waiting: (name: string, code: string) => (name === '' ? `Code ${code}` : `Code ${code} for ${name}`),
    ended: (name: string) => `Session with ${name}, ended`,
  },
  noCode: 'No session of yours has this code.',
  noChat: 'No chat is open. Start a session first, then send it again.',
  given: (name: string) => `It stands in the chat with ${name}. Send it, or ask with the globe whether to open it.`,
  givenAddressOnly: (name: string) =>
    `The page does not give this picture away. Its address stands in the chat with ${name} instead.`,
  held: {
    label: 'Pictures that are not sent yet',
    notSent: (size: string) => `${size} · not sent yet`,
    send: 'Send',
    picture: (name: string) => `The picture ${name}`,
    putAway: (name: string) => `Put ${name} away`,
  },
  choose: 'Which customer gets it?',
  cancel: 'Nobody',
};
