import type { ScreenSource } from './screen-sender.ts';

/** The screen while it may be seen. Asked for every single picture, so that no timer stands between a consent and its end. */
export function consentedSource(source: ScreenSource, mayView: () => boolean): ScreenSource {
  return {
    width: source.width,
    height: source.height,
    get damaged() {
      return mayView() && source.damaged;
    },
    grab: () => (mayView() ? source.grab() : undefined),
    onDamage: (listener) => source.onDamage(listener),
  };
}
