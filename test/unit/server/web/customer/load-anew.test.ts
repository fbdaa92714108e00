import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import { loadAnewByItself } from '../../../../../server/web/customer/load-anew.ts';
import type { UnsentMessage } from '../../../../../server/web/customer/unsent-messages.ts';
import type { CustomerState } from '../../../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';
import type { LinkState } from '../../../../../shared/link/socket-carrier.ts';

const otherVersion: LinkState = { at: 'refused', error: new AppError('protocol-mismatch') };
const inLine = { at: 'waiting' } as CustomerState;

/** A page in a tab whose storage is given, so that it can outlive the page. */
function aPage({
  state = inLine,
  unsent = [] as UnsentMessage[],
  typed = '',
  kept = new Map<string, string>(),
}: {
  state?: CustomerState;
  unsent?: UnsentMessage[];
  typed?: string;
  kept?: Map<string, string> | undefined;
} = {}) {
  const link = signal<LinkState>({ at: 'open' });
  const page = { link, reloads: 0, kept };
  loadAnewByItself(
    { link, state: signal(state), unsent: signal(unsent) },
    {
      reload: () => (page.reloads += 1),
      hasTyped: () => typed !== '',
      kept: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) },
    },
  );
  return page;
}

describe('a page that is open while the server gets another version', () => {
  it('is loaded anew by itself for a customer who waits', () => {
    const page = aPage();
    page.link.value = { at: 'lost', since: 1, retryAt: 2, error: undefined };
    assert.equal(page.reloads, 0);
    page.link.value = otherVersion;
    assert.equal(page.reloads, 1);
  });

  it('is not loaded again and again when it comes back as it was', () => {
    const { kept, link } = aPage();
    link.value = otherVersion;
    const again = aPage({ kept });
    again.link.value = otherVersion;
    assert.equal(again.reloads, 0);
  });

  it('is left to the customer where something written would be lost, or nobody waits for them', () => {
    const unsent = [{ text: 'Hello?' } as UnsentMessage];
    for (const page of [aPage({ unsent }), aPage({ typed: 'Hel' }), aPage({ state: { at: 'start' } })]) {
      page.link.value = otherVersion;
      assert.equal(page.reloads, 0);
    }
  });

  it('is left to the customer where the browser keeps nothing', () => {
    const kept = new Map<string, string>();
    kept.get = () => {
      throw new Error('Storage is switched off');
    };
    const page = aPage({ kept });
    page.link.value = otherVersion;
    assert.equal(page.reloads, 0);
  });

  it('is not loaded anew for any other refusal', () => {
    const page = aPage();
    page.link.value = { at: 'refused', error: new AppError('wrong-origin') };
    assert.equal(page.reloads, 0);
  });
});
