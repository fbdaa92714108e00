import { useState } from 'preact/hooks';
import { Interpreter, scriptLimits, systemsOf } from '../../../../shared/contract/script.ts';
import type { ScriptDraft } from '../../../../shared/contract/script.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextArea } from '../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { scriptTexts as words } from '../../texts/admin-scripts-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { Failure } from '../form/failure.tsx';
import type { Sending } from '../form/use-sending.ts';
import { ParameterFields } from './parameter-fields.tsx';
import { checkScript } from './script-form.ts';
import type { ScriptField, ScriptForm } from './script-form.ts';
import '../tree/tree.css';
import './scripts.css';

type ScriptDialogProps = {
  first: ScriptForm;
  isNew: boolean;
  sending: Sending;
  onSave: (draft: ScriptDraft) => void;
  onClose: () => void;
};

/** Everything about one script. */
export function ScriptDialog({ first, isNew, sending, onSave, onClose }: ScriptDialogProps) {
  const [form, setForm] = useState(first);
  const [wasTried, setTried] = useState(false);
  const checked = checkScript(form);
  const change = (changed: Partial<ScriptForm>) => setForm((before) => ({ ...before, ...changed }));
  const error = (field: ScriptField) =>
    wasTried && !checked.ok && checked.wrong.includes(field) ? words.wrong[field] : undefined;
  const save = () => {
    setTried(true);
    if (checked.ok) onSave(checked.draft);
  };
  return (
    <Dialog
      title={isNew ? words.titleNew : words.titleChange(safeName(first.name))}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.save}
      acting={sending.isBusy}
      actingText={words.saving}
      onAct={save}
    >
      <div class="admin-dialog-fields admin-script-fields">
        <Failure text={sending.failure} />
        <div class="admin-script-pair">
          <TextInput
            label={words.fields.name}
            value={form.name}
            error={error('name')}
            autocomplete="off"
            maxLength={60}
            onValue={(name) => change({ name })}
          />
          <TextInput
            label={words.fields.group}
            optional
            hint={words.hints.group}
            value={form.group}
            error={error('group')}
            autocomplete="off"
            maxLength={40}
            onValue={(group) => change({ group })}
          />
        </div>
        <TextArea
          label={words.fields.description}
          optional
          hint={words.hints.description}
          value={form.description}
          error={error('description')}
          rows={2}
          maxLength={400}
          onValue={(description) => change({ description })}
        />
        <div class="admin-script-pair">
          <Select
            label={words.fields.interpreter}
            choices={Interpreter.options.map((value) => ({ value, label: words.interpreters[value] }))}
            value={form.interpreter}
            onValue={(interpreter) => change({ interpreter, systems: kept(form, interpreter) })}
          />
          <div>
            <p class="admin-label">{words.fields.systems}</p>
            <CheckList
              label={words.fields.systems}
              checks={systemsOf[form.interpreter].map((id) => ({ id, name: words.systems[id] }))}
              chosen={form.systems}
              onChosen={(systems) => change({ systems })}
            />
            <Failure text={error('systems')} />
          </div>
        </div>
        <NumberInput
          label={words.fields.limit}
          hint={error('limit') ?? words.hints.limit}
          value={form.limitSeconds}
          min={1}
          max={scriptLimits.seconds}
          onValue={(limitSeconds) => change({ limitSeconds })}
        />
        <ParameterFields
          parameters={form.parameters}
          error={error('parameters')}
          onParameters={(parameters) => change({ parameters })}
        />
        <TextArea
          label={words.fields.text}
          hint={words.hints.text[form.interpreter]}
          value={form.text}
          error={error('text')}
          rows={12}
          dir="ltr"
          spellcheck={false}
          maxLength={scriptLimits.characters}
          onValue={(text) => change({ text })}
        />
      </div>
    </Dialog>
  );
}

/** Of the chosen systems those that have the interpreter; all of its own when that leaves none. */
function kept({ systems }: ScriptForm, interpreter: Interpreter): ScriptForm['systems'] {
  const left = systems.filter((system) => systemsOf[interpreter].includes(system));
  return left.length > 0 ? left : systemsOf[interpreter];
}
