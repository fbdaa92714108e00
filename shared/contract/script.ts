/** Canned scripts: administrators write them, reps choose one and fill in its parameters, the customer's host runs it. */
import * as v from 'valibot';
import { line, optionalLine, paragraph } from './text.ts';

export const ScriptId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('ScriptId'));
export type ScriptId = v.InferOutput<typeof ScriptId>;

/** The systems that a script can be for. */
export const ScriptSystem = v.picklist(['linux', 'macos', 'windows']);
export type ScriptSystem = v.InferOutput<typeof ScriptSystem>;

/** What runs a script. */
export const Interpreter = v.picklist(['sh', 'bash', 'powershell', 'cmd']);
export type Interpreter = v.InferOutput<typeof Interpreter>;

/** Where each of them is at home. */
export const systemsOf: Readonly<Record<Interpreter, readonly ScriptSystem[]>> = {
  sh: ['linux', 'macos'],
  bash: ['linux', 'macos'],
  powershell: ['windows'],
  cmd: ['windows'],
};

export const scriptLimits = {
  scripts: 100,
  characters: 20_000,
  parameters: 10,
  choices: 20,
  valueLength: 300,
  seconds: 3600,
} as const;

const Choice = line(scriptLimits.valueLength);

/** What a rep fills in. The script reads it from the variable that {@link variableOf} names. */
export const ScriptParameter = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,30}$/, 'must be capital letters, digits and underscores')),
    label: line(60),
    kind: v.picklist(['text', 'number', 'choice']),
    /** Only for a choice. */
    choices: v.pipe(v.array(Choice), v.maxLength(scriptLimits.choices)),
    isRequired: v.boolean(),
  }),
  v.check(({ kind, choices }) => (kind === 'choice') === choices.length > 0, 'a choice needs something to choose from'),
);
export type ScriptParameter = v.InferOutput<typeof ScriptParameter>;

const written = {
  name: line(60),
  /** Scripts of a group stand together; those of none come first. */
  group: optionalLine(40),
  description: paragraph(400),
  systems: v.pipe(v.array(ScriptSystem), v.minLength(1, 'must be for some system'), v.maxLength(3)),
  interpreter: Interpreter,
  parameters: v.pipe(
    v.array(ScriptParameter),
    v.maxLength(scriptLimits.parameters),
    v.check((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two parameters have one name'),
  ),
  limitSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(scriptLimits.seconds)),
};
const text = v.pipe(paragraph(scriptLimits.characters), v.minLength(1, 'must not be empty'));

/** A script as an administrator writes it. */
export const ScriptDraft = v.pipe(
  v.strictObject({ ...written, text }),
  v.check(
    ({ interpreter, systems }) => systems.every((system) => systemsOf[interpreter].includes(system)),
    'this system does not have that interpreter',
  ),
);
export type ScriptDraft = v.InferOutput<typeof ScriptDraft>;

/** Grows with every change, so that what somebody has read is what is run, or nothing is. */
export const ScriptRevision = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A script in lists: all of it but its text. */
export const ListedScript = v.strictObject({ id: ScriptId, revision: ScriptRevision, ...written });
export type ListedScript = v.InferOutput<typeof ListedScript>;

/** A whole script. */
export const Script = v.strictObject({ ...ListedScript.entries, text });
export type Script = v.InferOutput<typeof Script>;

/** What was filled in, by the names of the parameters. */
export const ScriptValues = v.record(v.string(), v.pipe(v.string(), v.maxLength(scriptLimits.valueLength)));
export type ScriptValues = v.InferOutput<typeof ScriptValues>;

/** The variable that a parameter reaches its script in. The beginning keeps it from ever being one that a system heeds. */
export function variableOf({ name }: Pick<ScriptParameter, 'name'>): string {
  return `PARAM_${name}`;
}

/** What is wrong with a value; `undefined` when the script can have it. */
export type ValueProblem = 'missing' | 'number' | 'choice' | 'characters';

/** Whether a script of this interpreter can have the value. The text of a script is never touched; `cmd` alone does so with what it reads. */
export function valueProblem(
  parameter: ScriptParameter,
  value: string,
  interpreter: Interpreter,
): ValueProblem | undefined {
  if (value === '') return parameter.isRequired ? 'missing' : undefined;
  if (/\p{Cc}|\p{Cs}/u.test(value)) return 'characters';
  switch (parameter.kind) {
    case 'number':
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? undefined : 'number';
    case 'choice':
      return parameter.choices.includes(value) ? undefined : 'choice';
    case 'text':
      // cmd puts %NAME% into the line before it reads the line: these would become commands.
      return interpreter === 'cmd' && /["&|<>^%!()]/.test(value) ? 'characters' : undefined;
    default:
      return parameter.kind satisfies never;
  }
}

/** The variables that a run adds, or what is wrong with which parameter. Values of unknown names are refused. */
export function scriptVariables(
  { parameters, interpreter }: Pick<Script, 'parameters' | 'interpreter'>,
  values: ScriptValues,
): { readonly variables: Readonly<Record<string, string>> } | { readonly wrong: string } {
  const unknown = Object.keys(values).find((given) => !parameters.some(({ name }) => name === given));
  if (unknown !== undefined) return { wrong: unknown };
  const wrong = parameters.find((each) => valueProblem(each, values[each.name] ?? '', interpreter) !== undefined);
  if (wrong !== undefined) return { wrong: wrong.name };
  return { variables: Object.fromEntries(parameters.map((each) => [variableOf(each), values[each.name] ?? ''])) };
}
