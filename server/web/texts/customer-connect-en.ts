/** Sentences of the ways to the person who helps: code, link, waiting icon, camera. Names have been made safe already. */

/** The words of the connection page. */
export const connectTexts = {
  title: 'Connect to the person who helps you',
  lead: 'You have a code of six digits, from the phone or from a message.',
  name: 'Your name',
  code: 'Code',
  hint: 'Spaces do not matter. A code works once, for ten minutes.',
  send: 'Connect',
  sending: 'Connecting…',
  working: 'Many wrong codes come in at the moment. Your browser does a piece of work first; it takes some seconds.',
  strangerTitle: 'Did a stranger call you and give you this code?',
  strangerLinkTitle: 'Did a stranger send you this link?',
  stranger: 'Close this page. We call only people who asked for help, and we never ask for money.',
  phoneTitle: 'On a phone?',
  phone: 'You can write with the person who helps you. Nobody can control a phone.',
  oldTitle: 'Code too old?',
  old: 'Ask for another one. The person who helps you has it at once.',
  missingName: 'Write your name.',
  missingCode: 'A code has six digits.',

  leavesLine: 'When you connect here, you leave the line.',

  waiting: {
    title: 'Somebody is waiting for you',
    connect: 'Connect without a code',
    connectTo: (rep: string) => `Connect to ${rep} without a code`,
    connecting: 'Connecting…',
    status: 'Waiting for you',
    why: (rep: string) => `Shown only in this browser, because ${rep} sent you here or has helped you here before.`,
  },

  link: {
    title: (rep: string) => `${rep} is waiting for you`,
    lead: (organisation: string) => `From ${organisation}. Nothing about you has been sent yet.`,
    leadPlain: 'Nothing about you has been sent yet.',
    connect: (rep: string) => `Connect to ${rep}`,
    opening: 'Looking who invites you',
    byCode: 'I have a code',
  },

  device: {
    onPhone: 'You are on a phone',
    onPhoneText: 'Here you can write. Nobody can see or control a phone.',
    onPhoneByComputerLink: 'This link is for a computer. You can go on here all the same, and write.',
    toComputer: 'Go on at a computer',
    toComputerText: 'Open this address in the browser of the computer that needs help.',
    onComputer: 'You are at a computer',
    onComputerText: 'Here you can write, and show your screen after your yes.',
    onComputerByPhoneLink: 'This link is for a phone. You can go on here all the same.',
    toPhone: 'Go on with a phone',
    toPhoneText: 'Point the camera of your phone at this picture.',
    qr: 'Link for your phone',
    address: 'Link for the computer',
  },

  scan: {
    open: 'Scan with the camera',
    title: 'Scan the picture',
    lead: 'Point the camera at the square picture that the person who helps you shows or sent you.',
    asking: 'Your browser asks whether this page may use the camera. Choose Allow. The picture stays on this device.',
    looking: 'Looking for the square picture',
    stop: 'Type the code instead',
    view: 'What the camera sees',
    foreign: 'This picture belongs to something else. Scan the one that the person who helps you has sent.',
    denied:
      'Your browser blocks the camera. Click the lock beside the address, choose Allow for the camera, then try again.',
    none: 'This device has no camera that can be used. Type the code instead.',
    insecure: 'Browsers keep the camera from pages without encryption (http://). Type the code instead.',
    again: 'Try again',
  },

  knocking: {
    title: (rep: string) => `${rep} is asked to let you in`,
    lead: (name: string) => `The code is right. You wait as “${name}”.`,
    text: 'The chat opens by itself as soon as you are let in. Leave this page open.',
    leave: 'Do not wait',
    leaving: 'Leaving…',
  },
};
