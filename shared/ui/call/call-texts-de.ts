import type { Translation } from '../pick-texts.ts';
import type { callTextsEn } from './call-texts-en.ts';

export const callTextsDe: Translation<typeof callTextsEn> = {
  label: (name) => `Gespräch mit ${name}`,
  state: (state, name) => {
    switch (state) {
      case 'connecting':
        return 'Wird verbunden';
      case 'waiting':
        return `Warten auf ${name}`;
      case 'live':
        return `Im Gespräch mit ${name}`;
      case 'retrying':
        return 'Das Gespräch ist unterbrochen. Es wird neu verbunden';
      default:
        return state satisfies never;
    }
  },
  route: { direct: 'Direkt', gateway: 'Über das Gateway', unknown: '' },
  you: 'Sie',
  ownLevel: 'Ihr Mikrofon',
  otherLevel: (name) => `Ton von ${name}`,
  level: { silent: 'leise', heard: 'zu hören', muted: 'stumm', none: 'kein Mikrofon' },
  mute: 'Mikrofon stumm schalten',
  unmute: 'Mikrofon einschalten',
  cameraOn: 'Kamera einschalten',
  cameraOff: 'Kamera ausschalten',
  devices: 'Mikrofon und Kamera',
  defaultDevice: 'Standardmikrofon',
  front: 'Kamera, die Sie zeigt',
  back: 'Kamera auf der Rückseite',
  hangUp: 'Auflegen',
  otherMuted: (name) => `${name} hat das Mikrofon stumm geschaltet.`,
  otherNone: (name) => `${name} hat hier kein Mikrofon, hört Sie aber und kann schreiben.`,
  needsPress: 'Ihr Browser spielt keinen Ton, bis Sie hier drücken.',
  hear: 'Ton einschalten',
  again: 'Noch einmal versuchen',
  replaced: {
    microphone: (device) =>
      `Ihr Mikrofon ist weg. Sie sprechen jetzt in: ${device}. Ein anderes wählen Sie in der Liste neben Auflegen.`,
    camera: (device) =>
      `Ihre Kamera ist weg. Jetzt läuft: ${device}. Eine andere wählen Sie in der Liste neben Auflegen.`,
  },
  otherDevice: 'ein anderes Gerät',
  asking: {
    microphone: 'Ihr Browser fragt, ob die Seite das Mikrofon benutzen darf. Wählen Sie Zulassen.',
    camera: 'Ihr Browser fragt, ob die Seite die Kamera benutzen darf. Wählen Sie Zulassen.',
  },
  trouble: {
    microphone: {
      blocked:
        'Ihr Browser sperrt das Mikrofon. Klicken Sie auf das Schloss neben der Adresse, wählen Sie Zulassen, und versuchen Sie es noch einmal. Bis dahin hören Sie und können schreiben.',
      missing:
        'Es wurde kein Mikrofon gefunden. Schließen Sie eines an, und versuchen Sie es noch einmal. Bis dahin hören Sie und können schreiben.',
      busy: 'Ein anderes Programm benutzt Ihr Mikrofon. Schließen Sie es, und versuchen Sie es noch einmal. Bis dahin hören Sie und können schreiben.',
      insecure:
        'Diese Seite kam ohne Verschlüsselung (http), darum gibt ihr der Browser kein Mikrofon. Sie hören und können schreiben.',
      lost: 'Ihr Mikrofon wurde abgezogen, und es gibt kein anderes. Schließen Sie eines an, und versuchen Sie es noch einmal. Bis dahin hören Sie und können schreiben.',
      gone: 'Das Mikrofon, das Sie gewählt haben, ist nicht mehr da. Wählen Sie ein anderes in der Liste neben Auflegen, oder versuchen Sie es mit dem Standardmikrofon. Bis dahin hören Sie und können schreiben.',
    },
    camera: {
      blocked:
        'Ihr Browser sperrt die Kamera. Klicken Sie auf das Schloss neben der Adresse, wählen Sie Zulassen, und versuchen Sie es noch einmal.',
      missing: 'Es wurde keine Kamera gefunden. Schließen Sie eine an, und versuchen Sie es noch einmal.',
      busy: 'Ein anderes Programm benutzt Ihre Kamera. Schließen Sie es, und versuchen Sie es noch einmal.',
      insecure: 'Diese Seite kam ohne Verschlüsselung (http), darum gibt ihr der Browser keine Kamera.',
      lost: 'Ihre Kamera wurde abgezogen, und es gibt keine andere. Schließen Sie eine an, und versuchen Sie es noch einmal.',
      gone: 'Die Kamera, die Sie gewählt haben, ist nicht mehr da. Wählen Sie eine andere in der Liste neben Auflegen, oder versuchen Sie es mit der Standardkamera.',
    },
  },
  picture: (name) => `Kamerabild von ${name}`,
  ownPicture: 'Bild Ihrer eigenen Kamera',
};
