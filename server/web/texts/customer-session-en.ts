/** What the customer's page says in a session. Names that come in have been made safe to show already. */
import type { ControlDevices } from '../../../shared/contract/consent.ts';
import type { LaunchOutcome } from '../../../shared/contract/launch.ts';
import type { Removal } from '../../../shared/contract/removal.ts';
import type { EndReason, Hand, HostFailure } from '../../../shared/contract/session-log.ts';

/** What is lent, as people call it. */
export const customerHands: Record<ControlDevices, string> = {
  both: 'mouse and keyboard',
  pointer: 'mouse',
  keyboard: 'keyboard',
};

/** What the program said it removed of itself. */
export function removed({ program, archive, installed }: Removal): string {
  if (installed) return 'RemoteHelp is installed on your computer and stays there for the next time.';
  if (program && archive) return 'The program on your computer has removed itself and its download.';
  if (program) return 'The program has removed itself. You can delete its archive, remotehelp-….tar.gz.';
  return 'You can delete the program RemoteHelp-… and its archive, remotehelp-….tar.gz.';
}

/** Chat, consent, download and log lines; a part of `texts`. */
export const sessionTexts = {
  session: {
    pageTitle: (rep: string) => `Chat with ${rep}`,
    log: (rep: string) => `Chat with ${rep}`,
    since: (time: string) => `Helping you since ${time}`,
    write: (rep: string) => `Write to ${rep}`,
    typing: (rep: string) => `${rep} is writing`,
    you: 'You',
    may: (rep: string) => `What ${rep} may do`,
    see: 'See your screen',
    hands: { both: 'Mouse and keyboard', pointer: 'Mouse', keyboard: 'Keyboard' } satisfies Record<
      ControlDevices,
      string
    >,
    no: 'no',
    asksNow: 'asks now',
    wholeSession: 'this session',
    paused: 'paused',
    stopShowing: 'Stop showing my screen',
    end: 'End the session',
    repMissing: (rep: string, since: string, endsAt: string) =>
      `${rep} has been out of reach since ${since}. What you write is kept. If ${rep} is not back by ${endsAt}, the session ends by itself.`,
    repMissingInChannel: (rep: string, since: string, endsAt: string) =>
      `${rep} has been out of reach since ${since}. What you write is kept. If ${rep} is not back by ${endsAt}, somebody else takes over.`,
    repLost: (rep: string, place: string) =>
      `${rep} has lost the connection. You are ${place} in line; somebody takes over. What you write is kept.`,
    repLostAndNobody: (rep: string, place: string) =>
      `${rep} has lost the connection, and nobody else is there at the moment. You are ${place} in line and keep your place: whoever comes takes over. What you write is kept.`,
    endAndAskAgain: 'End it and ask again',
    endQuestion: (rep: string) => `End the session with ${rep}?`,
    endingNow: 'Ending…',
    endText: 'The chat closes for good, and nobody sees your screen any more. You can ask for help again.',
    goOn: 'Go on',
    wrong: 'This feels wrong',
    wrongText: 'Ends everything at once, and is written down with the session.',
    connected: (computer: string) =>
      computer === '' ? 'Your computer is connected' : `Your computer ${computer} is connected`,
    answerOnDesktop: (rep: string) => `${rep} asks you something. Answer in the RemoteHelp window on your screen.`,
    sayNo: 'No',
    banner: {
      seeing: (rep: string) => `${rep} sees your screen`,
      controlling: (rep: string, devices: ControlDevices) => `${rep} uses your ${customerHands[devices]}`,
      paused: (rep: string) => `${rep} waits, you have the mouse`,
      left: (time: string) => `${time} left`,
      secondsLeft: (seconds: number) => `${seconds} seconds left`,
    },
    failedMessage: (why: string) => `Not sent. ${why}`,
  },

  consent: {
    view: (rep: string) => `Let ${rep} see your screen?`,
    control: (rep: string, devices: ControlDevices) => `Let ${rep} use your ${customerHands[devices]}?`,
    who: (rep: string, organisation: string) => `${rep}, ${organisation}.`,
    viewScope: 'Everything that is on it, for',
    controlScope: (devices: ControlDevices) =>
      devices === 'both'
        ? 'Mouse and keyboard, for'
        : devices === 'pointer'
          ? 'Mouse, not the keyboard, for'
          : 'Keyboard, not the mouse, for',
    closePrivate: 'Close what is private first',
    stops: (rep: string) => `Move your own mouse and ${rep} stops at once`,
    notView: 'Not your mouse, not your files, no recording',
    notControl: 'Not your files, not your passwords, no recording',
    warning: 'Did a stranger call you and send you to this page? Then say no.',
    terms: {
      15: { label: '15 minutes', yes: 'Yes, for 15 minutes' },
      30: { label: '30', yes: 'Yes, for 30 minutes' },
      session: { label: 'This session', yes: 'Yes, for this session' },
    },
    no: 'No',
    askFirst: (rep: string) => `Ask ${rep} first`,
    answer: 'Answer',
    term: 'For how long',
  },

  fetch: {
    title: 'One more step on your computer',
    why: (rep: string, control: boolean) =>
      `To let ${rep} ${control ? 'help with the mouse' : 'see your screen'}, your computer needs a small program. It works only for this session and removes itself when it has started.`,
    size: (megabytes: number) => `${megabytes} MB.`,
    button: 'Download the program',
    preparing: 'The program is being prepared on the server. This takes a minute; the button appears by itself.',
    unavailable: {
      'windows-x64': 'The program for Windows cannot be had here yet. You can go on chatting.',
      macos: 'The program for the Mac cannot be had here yet. You can go on chatting.',
      other: 'There is no program for this device. You can go on chatting.',
      'linux-x64': 'The program cannot be had at the moment. You can go on chatting.',
    },
    onYourComputer: 'Then, on your computer',
    steps: [
      { title: 'Open the download', text: 'It is an archive. Unpack it with a double-click.' },
      {
        title: 'Start RemoteHelp',
        text: 'Double-click the file RemoteHelp-… that was in it, and let the computer run it.',
      },
      { title: 'Answer there', text: 'The program says again who it is, and asks you on your own screen.' },
    ],
    terminal: 'A double-click does nothing? Use a terminal in the folder of the download',
    copy: 'Copy',
    copied: 'Copied',
    another: 'Download it again',
    waiting: 'Waiting for the program to start.',
    nothingYet: (rep: string) =>
      `Nothing happens? The program needs Linux with an X11 desktop; on Wayland it cannot start. Read what its window says, start it from a terminal, or download it again. Say so to ${rep}: the chat goes on without it.`,
    changedMind: 'No, not now',
  },

  log: {
    joined: 'joined',
    repLost: 'has lost the connection; somebody else takes over',
    youJoined: 'joined the chat',
    askedView: 'asks to see your screen',
    askedControl: (devices: ControlDevices) => `asks to use your ${customerHands[devices]}`,
    unasked: 'took the question back',
    agreed: 'said yes. The program on your computer asks once more.',
    fetched: 'downloaded the program',
    hostJoined: (computer: string) =>
      computer === '' ? 'Your computer is connected' : `Your computer ${computer} is connected`,
    hostFailed: {
      wayland:
        'The program was started, but cannot show this desktop (Wayland). Choose the Xorg session when you sign in to your computer; the chat goes on.',
      'no-desktop': 'The program was started, but found no desktop that it can show. The chat goes on.',
    } satisfies Record<HostFailure, string>,
    hostRemoved: removed,
    hostLeft: {
      ended: 'The program on your computer has ended',
      lost: 'The program on your computer is out of reach',
      closed: 'The program on your computer was closed',
    },
    launchAsked: (what: string) => `asks to open ${what} on your computer`,
    launchSettled: {
      done: (what: string) => `let ${what} be opened on your computer`,
      refused: (what: string) => `said no to opening ${what}`,
      'not-found': (what: string) => `There is no ${what} on your computer`,
      failed: (what: string) => `Your computer could not open ${what}`,
    } satisfies Record<LaunchOutcome, (what: string) => string>,
    granted: {
      view: (rep: string, time: string) => `${rep} to see your screen, ${time}`,
      control: (rep: string, devices: ControlDevices, time: string) =>
        `${rep} to use your ${customerHands[devices]}, ${time}`,
    },
    allowed: 'You allowed',
    until: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    wholeSession: 'for this session',
    refused: { view: 'said no to showing your screen', control: 'said no to lending mouse and keyboard' },
    withdrawn: {
      view: 'stopped showing your screen',
      control: 'took mouse and keyboard back',
    },
    gaveBack: { view: 'stopped looking at your screen', control: 'gave mouse and keyboard back' },
    expired: { view: 'The time for seeing your screen is over', control: 'The time for mouse and keyboard is over' },
    shown: {
      direct: 'sees your screen now, connected directly',
      gateway: 'sees your screen now, through a relay',
      unknown: 'sees your screen now',
    },
    hidden: 'Your screen is not shown any more',
    paused: {
      pointer: 'took the mouse back for a moment',
      button: 'took the mouse back for a moment',
      key: 'used your own keyboard for a moment',
      asked: 'took mouse and keyboard back for a moment',
    } satisfies Record<Hand, string>,
    resumed: (rep: string) => `${rep} has mouse and keyboard again`,
    endedByYou: 'ended the session',
    ended: {
      finished: 'ended the session',
      'feels-wrong': 'ended everything, because it felt wrong',
      lost: 'The session ended, because the connection was lost for too long',
      'rep-lost': 'The session ended, because the person who helped you did not come back',
      'rep-stopped':
        'The session ended, because the organisation switched off the account of the person who helped you',
      expired: 'The session ended by itself',
    } satisfies Record<EndReason, string>,
    you: 'You',
  },
};
