/** The rep's words about network, picture and appearance. */
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import type { Settings } from '../port/settings.ts';

const route: Record<Settings['route'], string> = { direct: 'Direct if possible', gateway: 'Always the gateway' };
const moving: Record<PictureWish['moving'], string> = { sharp: 'Sharp', light: 'Light' };
const colours: Record<PictureWish['colours'], string> = { full: 'All', fewer: 'Fewer', grey: 'Grey' };
const scale: Record<Settings['scale'], string> = { fit: 'Fit the window', actual: 'Actual size' };
const theme: Record<Settings['theme'], string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export const settingsTexts = {
  network: {
    title: 'Network settings',
    routeLabel: 'How screens and calls come to you',
    route,
    routeHint: {
      direct: 'Straight from the customer’s computer, which is fastest; through the gateway where that does not work.',
      gateway:
        'Your address stays hidden from the customer, and narrow firewalls are passed. Without a gateway at your server neither screens nor calls come at all. Counts from the next link on.',
    } satisfies Record<Settings['route'], string>,
    proxy:
      'Chat and requests take the proxy that your browser is set to. Screens and calls do not: where only a proxy leads out, choose the gateway.',
    test: 'Test the connection',
    testing: 'Testing…',
    results: 'What the test found',
    server: 'Server',
    reached: (ms: number) => `Answers in ${ms} ms`,
    notReached: 'No answer',
    direct: 'Direct way',
    directFound: 'This computer has an address for it',
    outsideFound: 'This computer has an address for it, seen from outside too',
    directMissing: 'Blocked: this browser gives no address away',
    gateway: 'Gateway',
    gatewayAnswers: (ms: number) => `Gave a way through in ${ms} ms`,
    gatewaySilent: 'Does not answer from here',
    gatewayMissing: 'Your server has none. An administrator can set one up in the web panel.',
    marks: { works: 'works', warns: 'to be looked at', absent: 'not there' },
  },
  language: {
    title: 'Language',
    label: 'Panel, dates and numbers',
    browser: 'As the browser',
    hint: 'Dates and numbers follow this choice; the panel’s words are English so far. Customers read English or German, as their own browser asks for.',
  },
  picture: {
    title: 'Connection settings',
    lead: 'How customers’ screens are sent to this browser. It counts at once, also while you look.',
    frames: 'Pictures a second, at most',
    frame: (perSecond: number) => (perSecond === 60 ? 'As many as go' : String(perSecond)),
    movingLabel: 'While much of it moves',
    moving,
    movingHint: {
      sharp: 'Every pixel, also in video.',
      light: 'Half as wide and high until it stands still; needs about a quarter of the line.',
    } satisfies Record<PictureWish['moving'], string>,
    coloursLabel: 'Colours',
    colours,
    coloursHint: {
      full: 'As they are.',
      fewer: '512 colours while little moves. Good for slow lines, not for photographs.',
      grey: 'None, which spares the most.',
    } satisfies Record<PictureWish['colours'], string>,
    scaleLabel: 'Size',
    scale,
    scaleHint: {
      fit: 'The whole screen is always in sight.',
      actual: 'Pixel by pixel; what does not fit is scrolled to.',
    } satisfies Record<Settings['scale'], string>,
  },
  appearance: {
    title: 'Appearance',
    label: 'Light or dark',
    theme,
    contrast: 'More contrast follows your system’s own setting for it.',
  },
};
