import { ordinal } from '../../../../shared/ui/format-time.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';

type PlaceNoticeProps = {
  model: CustomerModel;
  /** What this page does to the place. */
  children?: string;
};

/** On another page than that of the line: the place, and the way back to it. Nothing for who stands in no line. */
export function PlaceNotice({ model, children }: PlaceNoticeProps) {
  const state = model.state.value;
  if (state.at !== 'waiting') return null;
  return (
    <Notice
      kind="info"
      title={texts.waiting.titleInText(ordinal(state.place.position))}
      action={<PageLink href="/">{texts.waiting.back}</PageLink>}
    >
      {children}
    </Notice>
  );
}
