import { ChevronLeft, ChevronRight } from 'lucide';
import type { Page } from '../../../../shared/contract/paging.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { listTexts } from '../../texts/admin-lists-en.ts';
import './list.css';

type ListPagerProps = {
  page: Page<unknown>;
  before: number;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
};

/** Below a long list: which rows these are, and the way to the ones before and after. Without a second page only the count. */
export function ListPager({ page, before, previous, next }: ListPagerProps) {
  const { total, items } = page;
  const words = items.length === 0 ? '' : listTexts.range(before + 1, before + items.length, total.count, total.isMore);
  return (
    <nav class="admin-list-pager" aria-label={listTexts.pages}>
      <p class="rh-soft rh-numbers" role="status">
        {words}
      </p>
      {(previous !== undefined || next !== undefined) && (
        <div class="admin-list-ways">
          <Button icon={ChevronLeft} disabled={previous === undefined} onClick={previous}>
            {listTexts.previous}
          </Button>
          <Button icon={ChevronRight} disabled={next === undefined} onClick={next}>
            {listTexts.next}
          </Button>
        </div>
      )}
    </nav>
  );
}
