import type { ComponentChildren } from 'preact';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import './log-line.css';

type LogLineProps = {
  icon: IconNode;
  /** As shown: `10:04`. */
  time: string;
  /** `consent` for everything about being seen or controlled; `danger` for failures. */
  kind?: 'plain' | 'consent' | 'danger' | undefined;
  /** From `foldLogLines`: more than 1 adds ", 3 times". */
  times?: number | undefined;
  /** The sentence; mark who did it with `<b>`, names from outside with `<OutsideText>`. */
  children: ComponentChildren;
};

/** Something that happened, between the messages: icon, sentence, time. No bubble. */
export function LogLine({ icon, time, kind = 'plain', times = 1, children }: LogLineProps) {
  const texts = useComponentTexts();
  return (
    <div class={`rh-log-line rh-log-line-${kind}`}>
      <Icon icon={icon} />
      <span class="rh-log-line-words">
        {children}
        {times > 1 && `, ${texts.times(times)}`}
      </span>
      <span class="rh-log-line-time">{time}</span>
    </div>
  );
}
