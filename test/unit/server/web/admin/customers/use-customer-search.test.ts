import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import type { CustomerItem } from '../../../../../../shared/contract/customer-data.ts';
import { AppError } from '../../../../../../shared/contract/errors.ts';
import type { CustomerSearch } from '../../../../../../server/web/admin/customers/use-customer-search.ts';
import { draw } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';
import { aPanel } from '../a-panel.ts';

const { useCustomerSearch } = await import('../../../../../../server/web/admin/customers/use-customer-search.ts');

function anItem(number: number): CustomerItem {
  const id = `abcdefghij_-ABCDEFGHI${number}`;
  return { kind: 'session', id, name: 'Marta', email: '', phone: '', at: number, about: '', isLive: false };
}

describe('Looking for a customer’s data', () => {
  let search: CustomerSearch;
  let drawn: Drawn<object>;
  /** What is kept, and for which words it was asked. */
  let kept: CustomerItem[];
  let isAnswering: boolean;
  const asked: string[] = [];

  function Probe({ onDraw }: { onDraw: (drawn: CustomerSearch) => void }) {
    onDraw(useCustomerSearch());
    return null;
  }
  const onDraw = (now: CustomerSearch) => (search = now);
  beforeEach(async () => {
    kept = [1, 2, 3].map(anItem);
    isAnswering = true;
    asked.length = 0;
    const panel = await aPanel({
      'customers.find': (params) => {
        asked.push(v.parse(v.object({ text: v.string() }), params).text);
        if (!isAnswering) throw new AppError('no-answer');
        return { items: kept.slice(0, 2), isMore: kept.length > 2 };
      },
    });
    drawn = await draw(() => panel.around(h(Probe, { onDraw })), {});
  });
  afterEach(() => drawn.remove());

  const settled = (order: () => void) =>
    act(async () => {
      order();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
  const shown = () => search.found?.items.map(({ at }) => at);

  it('shows after erasing what is left under the words that were looked for', async () => {
    await settled(() => search.look('marta'));
    assert.deepEqual([shown(), search.found?.isMore], [[1, 2], true]);
    const gone = search.found?.items ?? [];
    kept = kept.slice(2);
    await settled(() => search.lookAgain('Erased: 2 sessions.', gone));
    assert.deepEqual(asked, ['marta', 'marta']);
    assert.deepEqual([shown(), search.found?.isMore, search.erased], [[3], false, 'Erased: 2 sessions.']);
  });

  it('says why when it cannot be looked up again, and still that there is more', async () => {
    await settled(() => search.look('marta'));
    const gone = search.found?.items.slice(0, 1) ?? [];
    isAnswering = false;
    await settled(() => search.lookAgain('Erased: 1 session.', gone));
    assert.match(search.sending.failure ?? '', /No answer from the server/);
    assert.deepEqual([shown(), search.found?.isMore], [[2], true]);
  });
});
