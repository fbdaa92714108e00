/** The first page of an administrator. */
import { count } from './count.ts';

export const homeTexts = {
  title: 'Home',
  todo: 'To be done',
  toDo: {
    rep: { title: 'Make your first rep', text: 'Only administrators so far: nobody answers customers.' },
    channel: (name: string) => ({ title: `Put reps into ${name}`, text: 'Nobody answers this channel yet.' }),
    noChannel: { title: 'Make a channel', text: 'Without one, customers cannot ask.' },
    https: {
      title: 'Serve https',
      text: 'Without it passwords can be read on the way, and browsers show no screen. Addresses says more.',
    },
    mail: { title: 'Set mail up', text: 'Until then reps copy links and send them themselves.' },
    hours: {
      title: 'Set business hours',
      text: 'Every channel is open day and night. Leave it so if somebody is always there.',
    },
    twoStep: { title: 'Ask administrators for a second step', text: 'A password alone opens this panel.' },
  },
  allDone: 'Nothing is left to be set up.',
  doors: 'Where to go',
  door: {
    board: 'Who waits, who is with whom, as it happens.',
    accounts: (active: number, disabled: number) =>
      disabled === 0 ? `${count(active, 'account', 'accounts')}.` : `${active} active, ${disabled} disabled.`,
    channels: (number: number, open: number) =>
      `${count(number, 'channel', 'channels')}, ${open === 0 ? 'none' : open} of them answered now.`,
    queue: 'How many are helped and may wait, and who is asked.',
    statistics: 'Requests, waits and sessions by day, channel and rep.',
    sessions: 'What was said and done in each.',
    customer: 'What is kept of one person: to hand out, or to erase.',
    audit: 'Who changed what.',
    install: { title: 'Install the extension', text: 'For reps: steps for each browser, files, policies.' },
  },
  here: 'Here now',
  nobodyHere: 'No rep is logged in.',
} as const;
