import type { CallMedia } from '../../shared/contract/call.ts';

/** What the extension says of talking with a customer, by voice and by video. */
export const callTexts = {
  tools: {
    voice: (name: string) => `Call ${name}`,
    video: (name: string) => `Call ${name} with camera`,
    running: 'You are talking already',
    asking: 'One of you asks already',
  },
  asks: {
    voice: (name: string) => `${name} asks to talk with you`,
    video: (name: string) => `${name} asks to talk with you, with camera`,
  } satisfies Record<CallMedia, (name: string) => string>,
  answersInWindow: 'The call opens in a window of its own.',
  answer: 'Answer',
  withCamera: 'With camera',
  withoutCamera: 'Without camera',
  notNow: 'Not now',
  calling: (name: string) => `Calling ${name}`,
  othersCalling: (rep: string, name: string) => `${rep} calls ${name}`,
  takeBack: 'Take back',
  talking: (name: string) => `Talking with ${name}`,
  opening: (name: string) => `The call with ${name} opens in its window`,
  othersTalk: (rep: string, name: string) => `${rep} talks with ${name}`,
  elsewhere: (name: string) => `You talk with ${name} in another browser`,
  talkHere: 'Talk here',
  mute: 'Mute your microphone',
  unmute: 'Switch your microphone on',
  showWindow: 'Show the window of the call',
  hangUp: 'Hang up',
  /** A window of an extension shows no address, and so no lock beside it. */
  blocked: {
    chrome: {
      microphone:
        'Your browser blocks the microphone for RemoteHelp. Right-click the icon of RemoteHelp in the toolbar, choose View web permissions, allow the microphone, then try again. Until then you hear and can write.',
      camera:
        'Your browser blocks the camera for RemoteHelp. Right-click the icon of RemoteHelp in the toolbar, choose View web permissions, allow the camera, then try again.',
    },
    firefox: {
      microphone:
        'Your browser blocks the microphone for RemoteHelp. In the settings of Firefox, under Privacy & Security, Permissions, Microphone, take RemoteHelp off the list, then try again. Until then you hear and can write.',
      camera:
        'Your browser blocks the camera for RemoteHelp. In the settings of Firefox, under Privacy & Security, Permissions, Camera, take RemoteHelp off the list, then try again.',
    },
  },
};
