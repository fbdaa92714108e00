import type { CallLinkState, CallRoute } from './call-model.ts';
import type { DeviceKind, DeviceTrouble } from './own-devices.ts';

/** What the bar of a call says by itself. `name` is the other one's, safe to show. */
export const callTextsEn = {
  label: (name: string) => `Call with ${name}`,
  state: (state: CallLinkState, name: string): string => {
    switch (state) {
      case 'connecting':
        return 'Connecting';
      case 'waiting':
        return `Waiting for ${name}`;
      case 'live':
        return `Talking with ${name}`;
      case 'retrying':
        return 'The call is interrupted. Connecting again';
      default:
        return state satisfies never;
    }
  },
  route: { direct: 'Direct', gateway: 'Through the gateway', unknown: '' } satisfies Record<CallRoute, string>,
  you: 'You',
  ownLevel: 'Your microphone',
  otherLevel: (name: string) => `Sound from ${name}`,
  level: { silent: 'quiet', heard: 'heard', muted: 'muted', none: 'no microphone' },
  mute: 'Mute your microphone',
  unmute: 'Switch your microphone on',
  cameraOn: 'Switch your camera on',
  cameraOff: 'Switch your camera off',
  devices: 'Microphone and camera',
  defaultDevice: 'Standard microphone',
  front: 'Camera that looks at you',
  back: 'Camera that looks away from you',
  hangUp: 'Hang up',
  otherMuted: (name: string) => `${name} has muted the microphone.`,
  otherNone: (name: string) => `${name} has no microphone here. They hear you and can write.`,
  needsPress: 'Your browser keeps the sound back until you press here.',
  hear: 'Switch the sound on',
  again: 'Try again',
  replaced: {
    microphone: (device: string) =>
      `Your microphone was taken away. You speak into ${device} now. Choose another one in the list beside Hang up.`,
    camera: (device: string) =>
      `Your camera was taken away. ${device} is on now. Choose another one in the list beside Hang up.`,
  } satisfies Record<DeviceKind, (device: string) => string>,
  otherDevice: 'another one',
  asking: {
    microphone: 'Your browser asks whether it may use the microphone. Choose Allow.',
    camera: 'Your browser asks whether it may use the camera. Choose Allow.',
  } satisfies Record<DeviceKind, string>,
  trouble: {
    microphone: {
      blocked:
        'Your browser blocks the microphone. Click the lock beside the address, choose Allow, then try again. Until then you hear and can write.',
      missing: 'No microphone was found. Plug one in, then try again. Until then you hear and can write.',
      busy: 'Another program uses your microphone. Close it, then try again. Until then you hear and can write.',
      insecure:
        'This page came without encryption (http), so the browser gives it no microphone. You hear and can write.',
      lost: 'Your microphone was unplugged, and there is no other one. Plug one in, then try again. Until then you hear and can write.',
      gone: 'The microphone that you chose is not there any more. Choose another one in the list beside Hang up, or try again for the standard one. Until then you hear and can write.',
    },
    camera: {
      blocked: 'Your browser blocks the camera. Click the lock beside the address, choose Allow, then try again.',
      missing: 'No camera was found. Plug one in, then try again.',
      busy: 'Another program uses your camera. Close it, then try again.',
      insecure: 'This page came without encryption (http), so the browser gives it no camera.',
      lost: 'Your camera was unplugged, and there is no other one. Plug one in, then try again.',
      gone: 'The camera that you chose is not there any more. Choose another one in the list beside Hang up, or try again for the standard one.',
    },
  } satisfies Record<DeviceKind, Record<DeviceTrouble, string>>,
  picture: (name: string) => `Picture of ${name}’s camera`,
  ownPicture: 'Picture of your own camera',
};
