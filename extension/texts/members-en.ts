/** The sentences about several representatives in one session. Names have been made safe to show already. */
import type { AskEnd, GuestHands } from '../../shared/contract/member.ts';
import type { HandOverHow } from '../../shared/contract/session-log.ts';
import type { Sentence } from './log-en.ts';

type What = 'invitation' | 'transfer';

const ends: Record<AskEnd, string> = {
  accepted: 'said yes',
  declined: 'said no',
  expired: 'did not answer',
  withdrawn: 'is asked no more',
  over: 'is asked no more',
  gone: 'was removed',
};

export const memberTexts = {
  /** Lines of the running log. */
  log: {
    joined: (by: string): Sentence => ({ strong: by, rest: 'joined as a guest' }),
    invited: (by: string, to: string, hands: GuestHands): Sentence => ({
      strong: `${by} asked ${to}`,
      rest: hands === 'view' ? 'to come in and look on' : 'to come in and help',
    }),
    transferAsked: (by: string, to: string, is: 'rep' | 'channel'): Sentence => ({
      strong: is === 'rep' ? `${by} asked ${to}` : `${by} asked ${to} for somebody`,
      rest: 'to go on with this session',
    }),
    notTaken: (to: string, what: What, how: AskEnd): Sentence => ({
      strong: to,
      rest: `${ends[how]}; ${what === 'invitation' ? 'nobody has come in' : 'nothing has changed'}`,
    }),
    left: (rep: string): Sentence => ({ strong: rep, rest: 'left' }),
    removed: (by: string, rep: string): Sentence => ({ strong: by, rest: `removed ${rep} from this session` }),
    handedOver: (by: string, from: string, { how, stays }: { how: HandOverHow; stays: boolean }): Sentence => ({
      strong: by,
      rest:
        from === ''
          ? 'goes on'
          : `${how === 'taken-over' ? 'took over from' : 'goes on for'} ${from}${stays ? `, who stays as a guest` : ''}`,
    }),
    handsAsked: (by: string): Sentence => ({ strong: by, rest: 'asks for mouse and keyboard' }),
    handsGiven: (by: string, to: string): Sentence =>
      by === to
        ? { strong: to, rest: 'took mouse and keyboard' }
        : { strong: by, rest: `gave mouse and keyboard to ${to}` },
    backInLine: (rep: string, channel: string): Sentence => ({
      strong: rep,
      rest: `left; the session is first in the line of ${channel}`,
    }),
  },
  notice: {
    invitation: (by: string) => `${by} asks you to come in`,
    transfer: (by: string) => `${by} asks you to go on with this session`,
  } satisfies Record<What, (by: string) => string>,
  /** Who writes, and for whom. */
  audience: {
    label: 'who reads it',
    all: 'To everyone',
    reps: 'Reps only',
    replyToReps: 'Note to representatives only',
    key: 'Write to representatives only, or to everyone',
  },
  /** The fold under a session's head. */
  here: {
    button: (count: number) =>
      count === 1 ? 'You are alone here. Invite or transfer' : `${count} representatives here`,
    title: 'Representatives here',
    you: 'you',
    owner: 'owns the session',
    looksOn: 'looks on',
    mayHelp: 'may control',
    hasHands: 'has mouse and keyboard',
    giveHands: 'Give control',
    giveHandsTo: (rep: string) => `Give mouse and keyboard to ${rep}`,
    takeHands: 'Take control',
    giveBack: 'Give back',
    remove: 'Remove',
    removeName: (rep: string) => `Remove ${rep}`,
    invite: 'Invite',
    transfer: 'Transfer',
    leave: 'Leave',
    askHands: 'Ask for control',
    asksHands: (rep: string) => `${rep} asks for mouse and keyboard.`,
    asked: (to: string, what: What) =>
      what === 'invitation' ? `${to} is asked to come in` : `${to} is asked to go on`,
    seconds: (left: string) => left,
    takeBack: 'Take back',
    takeBackName: (to: string) => `Take back what ${to} is asked`,
    holds: (rep: string) => `${rep} has the mouse`,
    guestOf: (owner: string) => `Session of ${owner}`,
  },
  invite: {
    title: (customer: string) => `Whom do you invite to ${customer}?`,
    what: 'The customer reads who has come in. You can remove a guest at any time.',
    who: 'Representative',
    hands: 'What they may do',
    view: 'Look on',
    control: 'Look on, and control when you give it',
    act: 'Invite',
    acting: 'Inviting…',
    cancel: 'Keep as it is',
    nobody: 'No other representative is signed in now.',
    choose: 'Choose a representative first',
    chooseAny: 'Choose who goes on first',
  },
  choice: {
    loading: 'Looking who is there',
    helping: (count: number) => (count === 0 ? 'helps nobody' : `helps ${count}`),
    lineOf: 'Line of the channel',
  },
  transfer: {
    title: (customer: string) => `Who goes on with ${customer}?`,
    toLead: (customer: string, rep: string) => `Who goes on with ${customer} for ${rep}?`,
    what: 'They read the brief and say yes or no. Until then nothing changes. What is granted is kept; the customer reads who goes on.',
    kind: 'To',
    rep: 'A representative',
    channel: 'A channel',
    brief: 'Brief',
    wanted: 'Wanted',
    tried: 'Tried',
    state: 'How it stands',
    promised: 'Promised',
    anew: 'Undo what I wrote',
    stays: 'Stay as a guest',
    act: 'Ask to go on',
    acting: 'Asking…',
  },
  ask: {
    line: {
      invitation: (by: string) => `${by} asks you to come in`,
      transfer: (by: string, owner: string) =>
        by === owner ? `${by} asks you to go on` : `${by} asks you to go on for ${owner}`,
    },
    accept: { invitation: 'Come in', transfer: 'Go on with it' } satisfies Record<What, string>,
    accepting: 'One moment…',
    decline: 'No',
    hands: { view: 'look on', control: 'look on, and control when it is given' } satisfies Record<GuestHands, string>,
    youMay: 'You may',
    since: 'Since',
    channel: 'Channel',
    empty: 'nothing said',
  },
  out: {
    removed: (customer: string, by: string) => `${by} has taken you out of the session with ${customer}.`,
    left: (customer: string) => `You have left the session with ${customer}.`,
    'passed-on': (customer: string, by: string) => `${by} goes on with ${customer}.`,
    'in-line': (customer: string) => `${customer} is first in line for somebody else.`,
  },
  /** To a lead who asked for a session of somebody else. */
  answered: (customer: string, to: string, how: AskEnd) =>
    how === 'accepted' ? `${to} goes on with ${customer}.` : `${to} ${ends[how]}. Nothing has changed for ${customer}.`,
  end: {
    how: 'What becomes of it',
    finish: 'Finish',
    finishDetail: 'The chat closes for good; the program removes itself from the computer.',
    toLine: 'Leave in the queue',
    toLineDetail: (channel: string) =>
      `First in the line of ${channel}, with all that was said. What was granted to you ends.`,
    toGuest: (rep: string) => `Leave it to ${rep}`,
    toGuestDetail: 'They go on, with what was granted.',
    gone: 'What you chose is not possible any more: who is in the session has changed. Choose again.',
    leaving: 'Leaving…',
    leave: 'Leave',
  },
  /** What the brief begins with, read from the log. */
  prefill: {
    granted: (what: string) => `${what} was granted`,
    refused: (what: string) => `${what} was refused`,
    seen: 'looked at the screen',
    controlled: 'used mouse and keyboard',
    talked: 'talked with the customer',
    opened: (path: string) => `${path} was opened on the computer`,
    hostFailed: 'the program could not show the desktop',
    view: 'seeing the screen',
    control: 'control',
    nothing: 'Only chat so far.',
    screen: {
      none: 'Chat only; nothing is shared.',
      asked: 'A question to the customer is open.',
      agreed: 'The customer said yes; the program does not run yet.',
      'host-joined': 'The program runs; the screen is not shown.',
      seeing: 'The screen is seen.',
      controlling: 'Mouse and keyboard are granted.',
      paused: 'Mouse and keyboard are granted; the customer has paused them.',
    },
    computer: (name: string, platform: string) => `Computer: ${[name, platform].filter(Boolean).join(', ')}.`,
    away: 'The customer’s page is closed at the moment.',
  },
  team: {
    more: (customer: string) => `What to do in the session with ${customer}`,
    join: 'Join',
    whisper: 'Whisper',
    transfer: 'Transfer',
    takeOver: 'Take over',
    whisperTitle: (rep: string) => `What do you whisper to ${rep}?`,
    whisperWhat: 'Only representatives in this session read it, never the customer.',
    whisperLabel: 'Note',
    whisperAct: 'Whisper',
    whispered: (rep: string) => `${rep} reads it in the session.`,
    takeOverTitle: (customer: string, rep: string) => `Take over ${customer} from ${rep}?`,
    takeOverWhat: (rep: string) =>
      `You go on at once, with what was granted; ${rep} is out. The customer reads that you go on.`,
    takingOver: 'Taking over…',
    cancel: 'Keep as it is',
    asked: (customer: string) => `Somebody is asked to go on with ${customer}. Until then nothing changes.`,
  },
  givenBy: (rep: string) => `From ${rep}`,
  givenLine: (channel: string, rep: string) => `${channel} · ${rep} gives this session on`,
} as const;
