import type { EndingKind } from '../../../../shared/contract/ending.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { endingTexts } from '../../texts/customer-endings.ts';
import type { CustomerModel } from '../customer-model.ts';
import { endingWords } from './ending-words.ts';

type EndingNoticesProps = {
  model: CustomerModel;
  /** Of one kind only. */
  only?: EndingKind;
};

/** What ended while nobody was looking, until it is put away or asked anew. Nothing where there is nothing to tell. */
export function EndingNotices({ model, only }: EndingNoticesProps) {
  const told = model.endings.value.filter(({ what }) => only === undefined || what === only);
  return (
    <>
      {told.map((ending) => {
        const { title, text } = endingWords(ending);
        const putAway = () => model.putAway(ending.what);
        return (
          <Notice key={ending.what} title={title} alert action={<Link onClick={putAway}>{endingTexts.putAway}</Link>}>
            {text}
          </Notice>
        );
      })}
    </>
  );
}
