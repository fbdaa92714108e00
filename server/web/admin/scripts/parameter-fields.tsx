import { Plus, X } from 'lucide';
import { scriptLimits } from '../../../../shared/contract/script.ts';
import type { ScriptParameter } from '../../../../shared/contract/script.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { TextArea } from '../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { scriptTexts } from '../../texts/admin-scripts-en.ts';
import { Failure } from '../form/failure.tsx';
import { freshParameter } from './script-form.ts';
import type { ParameterForm } from './script-form.ts';

const words = scriptTexts.parameter;
const kinds: readonly ScriptParameter['kind'][] = ['text', 'number', 'choice'];

type ParameterFieldsProps = {
  parameters: readonly ParameterForm[];
  error: string | undefined;
  onParameters: (parameters: ParameterForm[]) => void;
};

/** What reps fill in, each a small form. */
export function ParameterFields({ parameters, error, onParameters }: ParameterFieldsProps) {
  const change = (place: number, changed: Partial<ParameterForm>) =>
    onParameters(parameters.map((each, at) => (at === place ? { ...each, ...changed } : each)));
  return (
    <div class="admin-script-parameters">
      <p class="admin-label">{scriptTexts.fields.parameters}</p>
      <p class="rh-soft">{scriptTexts.hints.parameters}</p>
      <Failure text={error} />
      {parameters.map((parameter, place) => (
        <fieldset key={place} class="admin-script-parameter">
          <legend class="rh-unseen">{words.title(place + 1)}</legend>
          <div class="admin-script-pair">
            <TextInput
              label={words.name}
              hint={words.nameHint(parameter.name)}
              value={parameter.name}
              autocomplete="off"
              spellcheck={false}
              maxLength={31}
              onValue={(name) => change(place, { name: name.toUpperCase() })}
            />
            <TextInput
              label={words.label}
              value={parameter.label}
              autocomplete="off"
              maxLength={60}
              onValue={(label) => change(place, { label })}
            />
          </div>
          <div class="admin-script-pair">
            <Select
              label={words.kind}
              choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
              value={parameter.kind}
              onValue={(kind) => change(place, { kind })}
            />
            {parameter.kind === 'choice' && (
              <TextArea
                label={words.choices}
                value={parameter.choices}
                rows={3}
                onValue={(choices) => change(place, { choices })}
              />
            )}
          </div>
          <div class="admin-script-parameter-end">
            <Switch
              label={words.isRequired}
              checked={parameter.isRequired}
              onChecked={(isRequired) => change(place, { isRequired })}
            />
            <IconButton
              icon={X}
              label={words.remove(place + 1)}
              onClick={() => onParameters(parameters.filter((_each, at) => at !== place))}
            />
          </div>
        </fieldset>
      ))}
      {parameters.length < scriptLimits.parameters && (
        <Button icon={Plus} onClick={() => onParameters([...parameters, freshParameter])}>
          {words.add}
        </Button>
      )}
    </div>
  );
}
