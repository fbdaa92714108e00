/**
 * The light values of the design tokens that the host's own windows use, as 0xRRGGBB. A unit test compares every one
 * with shared/ui/tokens.css: native windows cannot read CSS, and two lists must not drift apart.
 */
export const hostColours = {
  surface: 0xffffff,
  hover: 0xf1efea,
  line: 0xdedbd3,
  lineMid: 0xc8c4ba,
  text: 0x1c1f1e,
  textSoft: 0x51565a,
  textFaint: 0x646867,
  accent: 0x0b5f78,
  onAccent: 0xffffff,
  live: 0x7a2f8c,
  liveStripe: 0x662575,
  liveLine: 0x7a2f8c,
  onLive: 0xffffff,
  liveText: 0x7a2f8c,
  liveSoft: 0xf4eaf7,
  waitSoft: 0xfbf1d9,
  waitText: 0x815300,
  focus: 0x1c1f1e,
} as const;

/** The name of a colour of the host's windows. */
export type HostColour = keyof typeof hostColours;
