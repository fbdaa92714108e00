/** What the customer's page says of talking with the rep, by voice and by video. */
import type { CallEnd, CallMedia } from '../../../shared/contract/call.ts';

export const callTexts = {
  tools: {
    voice: (rep: string) => `Talk with ${rep}`,
    video: (rep: string) => `Talk with ${rep}, with camera`,
    running: 'You are talking already',
    asking: 'One of you asks already',
  },
  ask: {
    voice: (rep: string) => `${rep} asks to talk with you`,
    video: (rep: string) => `${rep} asks to talk with you, with camera`,
    text: 'You talk here in the browser. It asks whether this page may use your microphone. Nothing is recorded.',
    insecure:
      'This page came without encryption (http), so the browser gives it no microphone. You can answer and listen, and write.',
    answer: 'Answer',
    withCamera: 'Answer with camera',
    withoutCamera: 'Answer without camera',
    notNow: 'Not now',
  },
  asked: (rep: string) => `Calling ${rep}…`,
  takeBack: 'Stop calling',
  elsewhere: 'You are talking in another tab or window.',
  talkHere: 'Talk here instead',
  title: (rep: string) => `${rep} calls`,
  log: {
    asked: (isRep: boolean, media: CallMedia) =>
      `${isRep ? 'asks' : 'asked'} to talk${media === 'video' ? ', with camera' : ''}`,
    /* Who did it stands before, and other languages have another verb for “you”. */
    accepted: (_isRep: boolean) => 'answered the call',
    declined: (_isRep: boolean) => 'did not take the call',
    ended: {
      'hung-up': (time: string, _isRep: boolean) => `hung up after ${time}`,
      withdrawn: (_time: string, _isRep: boolean) => 'took the call back',
      unanswered: () => 'Nobody answered the call',
      lost: (time: string) => `The call broke off after ${time}`,
    } satisfies Record<CallEnd, (time: string, isRep: boolean) => string>,
  },
};
