import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { customerTexts as words } from '../../texts/admin-customers-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { CustomerItems } from './customer-items.tsx';
import { useCustomerSearch } from './use-customer-search.ts';

/** One customer's data. Nothing of what is looked for stands in the address, which browsers remember. */
export function CustomersPage() {
  const [text, setText] = useState('');
  const { found, erased, sending, look, lookAgain } = useCustomerSearch();
  return (
    <PanelPage section={paths.customers} title={words.title}>
      <FormRow title={words.search} hint={words.searchHint}>
        <form
          class="admin-password"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim().length >= 2) look(text);
          }}
        >
          <TextInput
            label={words.search}
            labelUnseen
            value={text}
            onValue={setText}
            maxLength={100}
            autocomplete="off"
            spellcheck={false}
          />
          <Button type="submit" size="main" kind="primary" busy={sending.isBusy} busyText={words.looking}>
            {words.look}
          </Button>
        </form>
        <Failure text={sending.failure} />
        {found === undefined && <p class="rh-soft">{words.intro}</p>}
      </FormRow>
      {erased !== undefined && (
        <div class="admin-part">
          <Notice kind="ok">{erased}</Notice>
        </div>
      )}
      {found?.isMore === true && (
        <div class="admin-part">
          <Notice kind="wait">{words.more}</Notice>
        </div>
      )}
      {found !== undefined && found.items.length === 0 && erased === undefined && (
        <div class="admin-part">
          <EmptyState text={words.nothing} />
        </div>
      )}
      {found !== undefined && found.items.length > 0 && (
        <CustomerItems key={found.items.map(({ id }) => id).join()} items={found.items} onErased={lookAgain} />
      )}
    </PanelPage>
  );
}
