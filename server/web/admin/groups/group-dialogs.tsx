import { useState } from 'preact/hooks';
import type { CountedGroup } from '../../../../shared/contract/group-operations.ts';
import { GroupName } from '../../../../shared/contract/group.ts';
import type { GroupId } from '../../../../shared/contract/identifiers.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { isComposing } from '../../../../shared/ui/is-composing.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { groupTexts as texts } from '../../texts/admin-groups-en.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { useSending } from '../form/use-sending.ts';
import { chosenGroup, groupChoices } from './group-choices.ts';

/** What is being done to groups, one at a time. */
export type GroupOrder =
  | { readonly kind: 'create'; readonly parent: GroupId | null }
  | { readonly kind: 'rename' | 'move' | 'remove'; readonly group: CountedGroup };

type DialogProps<Kind extends GroupOrder['kind']> = {
  tree: readonly CountedGroup[];
  order: Extract<GroupOrder, { kind: Kind }>;
  onClose: () => void;
};

type CreateProps = DialogProps<'create'> & { onCreate: (name: string, parent: GroupId | null) => Promise<void> };

/** Asks for the name of a new group, and where it stands. */
export function CreateGroupDialog({ tree, order, onClose, onCreate }: CreateProps) {
  const [parent, setParent] = useState<string>(order.parent ?? '');
  const naming = useNaming('', (name) => onCreate(name, chosenGroup(tree, parent)), onClose);
  return (
    <Dialog
      title={texts.createTitle}
      harmless={texts.cancel}
      onHarmless={onClose}
      act={texts.create}
      acting={naming.isBusy}
      actingText={texts.creating}
      onAct={naming.act}
    >
      {naming.field}
      <Select label={texts.under} value={parent} onValue={setParent} choices={groupChoices(tree, texts.top)} />
    </Dialog>
  );
}

type RenameProps = DialogProps<'rename' | 'move' | 'remove'> & { onRename: (name: string) => Promise<void> };

/** Asks for another name. */
export function RenameGroupDialog({ order, onClose, onRename }: RenameProps) {
  const naming = useNaming(order.group.name, onRename, onClose);
  return (
    <Dialog
      title={texts.renameTitle(safeName(order.group.name))}
      harmless={texts.cancel}
      onHarmless={onClose}
      act={texts.renameNow}
      acting={naming.isBusy}
      actingText={texts.renaming}
      onAct={naming.act}
    >
      {naming.field}
    </Dialog>
  );
}

type MoveProps = DialogProps<'rename' | 'move' | 'remove'> & { onMove: (parent: GroupId | null) => Promise<void> };

/** Asks where a group should stand. */
export function MoveGroupDialog({ tree, order, onClose, onMove }: MoveProps) {
  const [parent, setParent] = useState<string>(order.group.parent ?? '');
  const sending = useSending();
  return (
    <Dialog
      title={texts.moveTitle(safeName(order.group.name))}
      harmless={texts.cancel}
      onHarmless={onClose}
      act={texts.moveNow}
      acting={sending.isBusy}
      actingText={texts.moving}
      onAct={() =>
        void sending.run(async () => {
          await onMove(chosenGroup(tree, parent));
          onClose();
        })
      }
    >
      <p>{texts.moveText}</p>
      <Select
        label={texts.under}
        value={parent}
        onValue={setParent}
        choices={groupChoices(tree, texts.top, order.group.id)}
      />
      <Failure text={sending.failure} />
    </Dialog>
  );
}

type RemoveProps = DialogProps<'rename' | 'move' | 'remove'> & {
  onRemove: (moveTo: GroupId | null | undefined) => Promise<void>;
};

/** Says what removing does, and asks where to put what stands in the group. */
export function RemoveGroupDialog({ tree, order, onClose, onRemove }: RemoveProps) {
  const { group } = order;
  const [target, setTarget] = useState<string>(group.parent ?? '');
  const sending = useSending();
  const below = tree.filter(({ parent }) => parent === group.id).length;
  const isEmpty = below === 0 && group.accounts === 0;
  return (
    <Dialog
      title={texts.removeTitle(safeName(group.name))}
      harmless={texts.keep}
      onHarmless={onClose}
      act={texts.removeNow}
      actKind="danger"
      acting={sending.isBusy}
      actingText={texts.removing}
      onAct={() =>
        void sending.run(async () => {
          await onRemove(isEmpty ? undefined : chosenGroup(tree, target));
          onClose();
        })
      }
    >
      <p>{isEmpty ? texts.removeEmpty : texts.removeText(group.accounts, below)}</p>
      {!isEmpty && (
        <Select
          label={texts.moveTo}
          value={target}
          onValue={setTarget}
          choices={groupChoices(tree, texts.none, group.id)}
        />
      )}
      <Failure text={sending.failure} />
    </Dialog>
  );
}

/** A name to write, which closes the dialog once it is stored. */
function useNaming(saved: string, store: (name: string) => Promise<void>, onClose: () => void) {
  const [name, setName] = useState(saved);
  const [fault, setFault] = useState<string>();
  const sending = useSending();
  const act = () => {
    const found = findFaults({ name }, { name: [GroupName, texts.wrongName] }).name;
    setFault(found);
    if (found !== undefined) return;
    void sending.run(async () => {
      await store(name.trim());
      onClose();
    });
  };
  const field = (
    <TextInput
      label={texts.name}
      value={name}
      onValue={setName}
      error={fault ?? sending.failure}
      autocomplete="off"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) act();
      }}
    />
  );
  return { act, field, isBusy: sending.isBusy };
}
