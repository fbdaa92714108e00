import * as v from 'valibot';
import { FramesPerSecond } from '../../../shared/contract/picture-wish.ts';
import type { PictureWish } from '../../../shared/contract/picture-wish.ts';
import { Section } from '../../../shared/ui/section.tsx';
import type { Settings } from '../../port/settings.ts';
import { settingsTexts } from '../../texts/settings-en.ts';
import { SettingChoice } from './choice.tsx';

const words = settingsTexts.picture;
// The most first: numbers as keys would be put in another order.
const frames: Readonly<Record<string, string>> = Object.fromEntries(
  FramesPerSecond.options.map((each) => [`${each}/s`, words.frame(each)]),
);

type PictureSettingsProps = { settings: Settings; change: (part: Partial<Settings>) => void };

/** How customers' screens are sent to this browser, and drawn. */
export function PictureSettings({ settings: { picture, scale }, change }: PictureSettingsProps) {
  const wish = (part: Partial<PictureWish>) => change({ picture: { ...picture, ...part } });
  return (
    <Section title={words.title}>
      <p class="ext-setting-hint">{words.lead}</p>
      <SettingChoice
        label={words.frames}
        words={frames}
        value={`${picture.framesPerSecond}/s`}
        onValue={(value) => wish({ framesPerSecond: v.parse(FramesPerSecond, Number.parseInt(value, 10)) })}
      />
      <SettingChoice
        label={words.movingLabel}
        words={words.moving}
        value={picture.moving}
        onValue={(moving) => wish({ moving })}
        hint={words.movingHint[picture.moving]}
      />
      <SettingChoice
        label={words.coloursLabel}
        words={words.colours}
        value={picture.colours}
        onValue={(colours) => wish({ colours })}
        hint={words.coloursHint[picture.colours]}
      />
      <SettingChoice
        label={words.scaleLabel}
        words={words.scale}
        value={scale}
        onValue={(next) => change({ scale: next })}
        hint={words.scaleHint[scale]}
      />
    </Section>
  );
}
