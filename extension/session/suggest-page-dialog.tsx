import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { SessionHead } from '../../shared/contract/session.ts';
import { SuggestedAddress } from '../../shared/contract/web-address.ts';
import { AddressText } from '../../shared/ui/address-text.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { List, ListRow } from '../../shared/ui/list-row.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { readAddress } from '../../shared/ui/read-address.ts';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { suggestPage } from './suggest-page.ts';
import './suggest-page.css';

const words = shortcutTexts.suggest;

type SuggestPageProps = {
  head: SessionHead;
  /** The address that is there at first; empty for none. */
  first: string;
  onAsked: (address: string) => void;
  onClose: () => void;
};

/** Which page the customer is asked to open: typed, or one of the favorites. */
export function SuggestPage({ head, first, onAsked, onClose }: SuggestPageProps) {
  const { desk, orders } = useView();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [address, setAddress] = useState(first);
  const [wasTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const name = firstName(head.customer.name);
  const typed = address.trim();
  const read = v.is(SuggestedAddress, typed) ? readAddress(typed) : undefined;
  const favorites = [...desk.shortcuts.value, ...desk.shared.value].filter((item) => item.kind === 'favorite');
  const ask = async () => {
    setTried(true);
    if (read === undefined || isAsking) return;
    setAsking(true);
    if (await suggestPage(orders, head, typed)) onAsked(typed);
    onClose();
  };
  return (
    <Dialog
      title={words.title(name)}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.ask(name)}
      acting={isAsking}
      actingText={words.asking}
      onAct={() => void ask()}
    >
      <form
        ref={form}
        class="ext-suggest"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p>{words.text(name)}</p>
        <TextInput
          label={words.address}
          hint={words.addressHint}
          error={wasTried && read === undefined ? words.wrong : undefined}
          value={address}
          onValue={setAddress}
          maxLength={1000}
          autocomplete="off"
        />
        {read !== undefined && (
          <p>
            <AddressText address={read} />
          </p>
        )}
        {/* Enter in the field asks; the button that a person sees is the dialog's. */}
        <button type="submit" hidden />
      </form>
      {favorites.length > 0 && (
        <div class="ext-suggest-favorites">
          <p class="ext-suggest-label" aria-hidden="true">
            {words.favorites}
          </p>
          <List label={words.favorites}>
            {favorites.map((favorite) => (
              <ListRow
                key={favorite.id}
                title={<OutsideText text={favorite.name} />}
                detail={<OutsideText text={favorite.address} />}
                onOpen={() => setAddress(favorite.address)}
              />
            ))}
          </List>
        </div>
      )}
    </Dialog>
  );
}
