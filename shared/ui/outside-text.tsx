import { cutMiddle, safeName, safeText } from './safe-text.ts';
import './outside-text.css';

type OutsideTextProps = {
  /** What somebody else wrote. */
  text: string;
  /** `message` keeps line breaks; `name` is one line; `file` is one line, cut in the middle. Name unless said. */
  as?: 'name' | 'message' | 'file' | undefined;
  /** For `file`: how many characters before it is cut. 36 unless said. */
  maxLength?: number | undefined;
};

/** Shows a string from outside as text: harmless, isolated from the sentence around it, in its own direction. */
export function OutsideText({ text, as = 'name', maxLength = 36 }: OutsideTextProps) {
  if (as === 'message')
    return (
      <bdi dir="auto" class="rh-outside-message">
        {safeText(text)}
      </bdi>
    );
  const whole = safeName(text, 240);
  const shown = as === 'file' ? cutMiddle(whole, maxLength) : whole;
  return (
    <bdi dir="auto" title={shown === whole ? undefined : whole}>
      {shown}
    </bdi>
  );
}
