import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Switch } from '../../../shared/ui/switch.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { fileToolTexts as words } from '../../texts/host-files-en.ts';
import type { NameQuestion } from './copy-queue.ts';
import type { FilesModel } from './files-model.ts';

type NameDialogProps = {
  title: string;
  detail?: string | undefined;
  act: string;
  name: string;
  /** Resolves to why it did not work. */
  onName: (name: string) => Promise<string | undefined>;
  onClose: () => void;
};

/** Asks for a name; what is wrong with it is said at the field, and the dialog stays. */
export function NameDialog({ title, detail, act, name, onName, onClose }: NameDialogProps) {
  const [value, setValue] = useState(name);
  const [error, setError] = useState<string>();
  const [isActing, setActing] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // Here the name is what one came for, and nothing is lost by it.
  useEffect(() => field.current?.querySelector('input')?.select(), []);
  const go = async () => {
    if (isActing || value === '') return;
    setActing(true);
    const failure = await onName(value);
    setActing(false);
    if (failure === undefined) onClose();
    else setError(failure);
  };
  return (
    <Dialog
      title={title}
      harmless={words.naming.cancel}
      onHarmless={onClose}
      act={act}
      acting={isActing}
      onAct={() => void go()}
    >
      {detail !== undefined && <p>{detail}</p>}
      <div ref={field}>
        <TextInput
          label={words.naming.name}
          value={value}
          error={error}
          spellcheck={false}
          autocomplete="off"
          onValue={(next) => {
            setValue(next);
            setError(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void go();
          }}
        />
      </div>
    </Dialog>
  );
}

type Taken = { files: number; folders: number; bytes: number; isWhole: boolean };

type RemoveDialogProps = {
  model: FilesModel;
  names: readonly string[];
  paths: readonly string[];
  customer: string;
  onClose: () => void;
};

/** Says how much would be gone, before anything is. */
export function RemoveDialog({ model, names, paths, customer, onClose }: RemoveDialogProps) {
  const [taken, setTaken] = useState<Taken>();
  const [failure, setFailure] = useState<string>();
  const [isActing, setActing] = useState(false);
  const [first = ''] = names;
  useEffect(() => {
    const sum: Taken = { files: 0, folders: 0, bytes: 0, isWhole: true };
    const measure = async () => {
      for (const path of paths) {
        const one = await model.link.call('files.measure', { path });
        sum.files += one.files;
        sum.folders += one.folders;
        sum.bytes += one.bytes;
        sum.isWhole &&= one.isWhole;
      }
      setTaken(sum);
    };
    measure().catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      setFailure(error.message);
    });
  }, []);
  const remove = async () => {
    setActing(true);
    const failed = await model.change(async () => {
      for (const path of paths) await model.link.call('files.remove', { path });
    });
    setActing(false);
    if (failed === undefined) onClose();
    else setFailure(failed);
  };
  return (
    <Dialog
      title={words.removing.title(names.length, safeName(first, 60))}
      harmless={words.removing.keep}
      onHarmless={onClose}
      act={words.removing.act}
      actKind="danger"
      acting={isActing}
      actingText={words.removing.acting}
      actDisabledReason={taken === undefined ? words.removing.counting : undefined}
      onAct={() => void remove()}
    >
      <p role="status">
        {taken === undefined
          ? (failure ?? words.removing.counting)
          : words.removing.what(taken.files, taken.folders, taken.bytes, taken.isWhole)}
      </p>
      <p>{words.removing.forGood(customer)}</p>
      {taken !== undefined && failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  );
}

/** A name is in use: nothing is written over without an answer. */
export function InUseDialog({ question, customer }: { question: NameQuestion; customer: string }) {
  const [isForAll, setForAll] = useState(false);
  const { way, name, answer } = question;
  return (
    <Dialog
      title={words.inUse.title(safeName(name, 60))}
      harmless={words.inUse.skip}
      onHarmless={() => answer('skip', isForAll)}
      act={words.inUse.keepBoth}
      onAct={() => answer('keep-both', isForAll)}
    >
      <p>{way === 'take' ? words.inUse.here : words.inUse.there(customer)}</p>
      <Switch label={words.inUse.forAll} checked={isForAll} onChecked={setForAll} />
      <Button kind="danger" onClick={() => answer('replace', isForAll)}>
        {words.inUse.replace}
      </Button>
    </Dialog>
  );
}
