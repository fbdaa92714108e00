import { Play } from 'lucide';
import { useState } from 'preact/hooks';
import { scriptLimits, valueProblem, variableOf } from '../../../shared/contract/script.ts';
import type { Script, ScriptParameter, ScriptSystem, ScriptValues } from '../../../shared/contract/script.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { actionTexts as words } from '../../texts/host-actions-en.ts';

type ScriptFormProps = {
  script: Script;
  system: ScriptSystem;
  name: string;
  /** Why it cannot run now. */
  hindrance: string | undefined;
  onRun: (values: ScriptValues) => Promise<void>;
};

/** A script's parameters, and exactly what will run with them. */
export function ScriptForm({ script, system, name, hindrance, onRun }: ScriptFormProps) {
  const [values, setValues] = useState<ScriptValues>(() =>
    Object.fromEntries(script.parameters.map((parameter) => [parameter.name, ''])),
  );
  const [wasTried, setTried] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const problemOf = (parameter: ScriptParameter) =>
    valueProblem(parameter, values[parameter.name] ?? '', script.interpreter);
  const run = async () => {
    setTried(true);
    if (script.parameters.some((parameter) => problemOf(parameter) !== undefined)) return;
    setStarting(true);
    await onRun(values);
    setStarting(false);
  };
  return (
    <form
      class="ext-script"
      aria-label={script.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === undefined && !isStarting) void run();
      }}
    >
      <h3>
        <OutsideText text={script.name} />
      </h3>
      {script.description !== '' && (
        <p>
          <OutsideText text={script.description} />
        </p>
      )}
      <div class="ext-script-fields">
        {script.parameters.map((parameter) => {
          const problem = problemOf(parameter);
          return (
            <Parameter
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name] ?? ''}
              error={wasTried && problem !== undefined ? words.problems[problem] : undefined}
              onValue={(value) => setValues((before) => ({ ...before, [parameter.name]: value }))}
            />
          );
        })}
      </div>
      <section aria-label={words.willRun}>
        <h4>{words.willRun}</h4>
        <p class="rh-soft">{words.how(script.interpreter, system, script.limitSeconds, name)}</p>
        <pre class="ext-script-text" tabIndex={0} role="region" aria-label={words.willRun}>
          {script.text}
        </pre>
        {script.parameters.length > 0 && (
          <>
            <h4>{words.variables}</h4>
            <dl class="ext-script-variables">
              {script.parameters.map((parameter) => (
                <div key={parameter.name}>
                  <dt>{variableOf(parameter)}</dt>
                  <dd>{values[parameter.name] === '' ? words.empty : safeName(values[parameter.name] ?? '', 300)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
      <Button kind="primary" icon={Play} type="submit" busy={isStarting} disabledReason={hindrance}>
        {words.run}
      </Button>
    </form>
  );
}

type ParameterProps = {
  parameter: ScriptParameter;
  value: string;
  error: string | undefined;
  onValue: (value: string) => void;
};

function Parameter({ parameter: { label, kind, choices, isRequired }, value, error, onValue }: ParameterProps) {
  const field = { label: safeName(label), error, optional: !isRequired, value, onValue };
  if (kind === 'choice') {
    const given = choices.map((choice) => ({ value: choice, label: safeName(choice, 100) }));
    return <Select {...field} choices={given} placeholder={words.chooseOne} />;
  }
  return (
    <TextInput
      {...field}
      autocomplete="off"
      spellcheck={false}
      maxLength={scriptLimits.valueLength}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
    />
  );
}
