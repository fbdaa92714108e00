/** What an administrator writes of a script, before it is one. Pure. */
import * as v from 'valibot';
import { ScriptDraft } from '../../../../shared/contract/script.ts';
import type { Interpreter, Script, ScriptParameter, ScriptSystem } from '../../../../shared/contract/script.ts';

/** A parameter with its choices as they are typed: a line each. */
export interface ParameterForm {
  readonly name: string;
  readonly label: string;
  readonly kind: ScriptParameter['kind'];
  readonly choices: string;
  readonly isRequired: boolean;
}

export interface ScriptForm {
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly systems: readonly ScriptSystem[];
  readonly interpreter: Interpreter;
  readonly limitSeconds: number | undefined;
  readonly text: string;
  readonly parameters: readonly ParameterForm[];
}

/** What can be wrong, in the order in which it stands. */
export type ScriptField = 'name' | 'group' | 'description' | 'systems' | 'limit' | 'parameters' | 'text';

export const freshParameter: ParameterForm = { name: '', label: '', kind: 'text', choices: '', isRequired: true };

export const freshScript: ScriptForm = {
  name: '',
  group: '',
  description: '',
  systems: ['linux'],
  interpreter: 'sh',
  limitSeconds: 60,
  text: '',
  parameters: [],
};

export function formOf({ id: _id, revision: _revision, parameters, ...script }: Script): ScriptForm {
  return { ...script, parameters: parameters.map((each) => ({ ...each, choices: each.choices.join('\n') })) };
}

const fieldOf: Readonly<Record<string, ScriptField>> = {
  name: 'name',
  group: 'group',
  description: 'description',
  systems: 'systems',
  limitSeconds: 'limit',
  parameters: 'parameters',
  text: 'text',
};

/** The script, or what is wrong. */
export function checkScript(
  form: ScriptForm,
): { readonly ok: true; readonly draft: ScriptDraft } | { readonly ok: false; readonly wrong: readonly ScriptField[] } {
  const read = v.safeParse(ScriptDraft, {
    ...form,
    parameters: form.parameters.map((each) => ({
      ...each,
      choices: each.kind === 'choice' ? linesOf(each.choices) : [],
    })),
  });
  if (read.success) return { ok: true, draft: read.output };
  // What concerns the whole is that a system does not have the interpreter.
  const wrong = read.issues.map(({ path }) => fieldOf[String(path?.[0]?.key)] ?? 'systems');
  return { ok: false, wrong: [...new Set(wrong)] };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
}
