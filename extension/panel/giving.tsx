import { Dialog } from '../../shared/ui/dialog.tsx';
import { List, ListRow } from '../../shared/ui/list-row.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { anywhereTexts as words } from '../texts/anywhere-en.ts';
import { useView } from '../view/view-context.ts';
import { usePanel } from './panel-context.ts';
import { giveTo } from './take-asked.ts';

/** Something of a page is for a customer, and several chats are open: which one? */
export function Giving() {
  const view = useView();
  const { desk } = view;
  const panel = usePanel();
  const given = panel.giving.value;
  if (given === null) return null;
  const close = () => {
    panel.giving.value = null;
  };
  return (
    <Dialog title={words.choose} harmless={words.cancel} onHarmless={close}>
      <p>
        <OutsideText text={given.is === 'picture' ? given.file.name : given.address} />
      </p>
      <List label={words.choose}>
        {desk.sessions.value
          .filter(({ head }) => head.state === 'live')
          .map(({ head }) => (
            <ListRow
              key={head.id}
              title={<OutsideText text={head.customer.name} />}
              onOpen={() => {
                close();
                giveTo(view, panel, head, given);
              }}
            />
          ))}
      </List>
    </Dialog>
  );
}
