import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.tsx';
import { OutsideText } from './outside-text.tsx';
import './person-head.css';

type PersonHeadProps = {
  name: string;
  pictureUrl?: string | undefined;
  /** "West branch library · WEST-PC-07" */
  detail?: string | undefined;
  kind?: 'staff' | 'customer' | undefined;
  /** Edge of the face in px; 32 unless said. */
  avatarSize?: 32 | 44 | undefined;
  /** Icon buttons at the right. */
  children?: ComponentChildren;
};

/** Who is on the other side: face, name, place, and what can be done with them. */
export function PersonHead({ name, pictureUrl, detail, kind, avatarSize = 32, children }: PersonHeadProps) {
  return (
    <div class="rh-person-head">
      <Avatar name={name} pictureUrl={pictureUrl} kind={kind} size={avatarSize} />
      <div class="rh-person-head-words">
        <p class="rh-person-head-name">
          <OutsideText text={name} />
        </p>
        {detail !== undefined && (
          <p class="rh-person-head-detail">
            <OutsideText text={detail} />
          </p>
        )}
      </div>
      <div class="rh-person-head-actions">{children}</div>
    </div>
  );
}
