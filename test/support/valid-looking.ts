/** Values that fit a schema, made from the schema itself: for tests of what happens to whoever asks in the right form. */
import * as v from 'valibot';

const Any = v.looseObject({ type: v.string() });

/** What strings of the contracts look like; the first that fits is taken. */
const texts = [
  'Somebody',
  'abcdefghij_-ABCDEFGHIJ',
  'A'.repeat(43),
  'A'.repeat(86),
  'A'.repeat(122),
  'a'.repeat(26),
  `p${'a'.repeat(26)}`,
  'somebody@ostervale.example',
  'Europe/Lisbon',
  'https://help.ostervale.example/',
  'turn:relay.ostervale.example:3478',
  '2026-01-05',
  '09:00',
  '123456',
  'AAAA',
  'a password that is long',
  '',
];
const numbers = [1, 0, 10, 443, 1_000_000, 1_700_000_000_000];

/** A value that fits; `fixed` replaces fields of this name wherever they stand. Throws for a schema it cannot read. */
export function validLooking(schema: v.GenericSchema, fixed: Readonly<Record<string, unknown>> = {}): unknown {
  const value = build(schema, fixed);
  if (!v.is(schema, value)) throw new Error(`Made nothing that fits: ${JSON.stringify(value)}`);
  return value;
}

function build(schema: unknown, fixed: Readonly<Record<string, unknown>>): unknown {
  const { type } = v.parse(Any, schema);
  switch (type) {
    case 'strict_object':
    case 'object':
    case 'loose_object': {
      const { entries } = v.parse(v.object({ entries: v.record(v.string(), v.unknown()) }), schema);
      const fields = Object.entries(entries).map(([name, field]) => [
        name,
        Object.hasOwn(fixed, name) && v.is(field as v.GenericSchema, fixed[name]) ? fixed[name] : build(field, fixed),
      ]);
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    case 'string':
      return texts.find((text) => v.is(schema as v.GenericSchema, text));
    case 'number':
      return numbers.find((number) => v.is(schema as v.GenericSchema, number));
    case 'boolean':
      return true;
    case 'nullable':
      return null;
    case 'optional':
    case 'exact_optional':
      return undefined;
    case 'array':
      return firstFitting(schema, [[], [build(v.parse(v.object({ item: v.unknown() }), schema).item, fixed)]]);
    case 'picklist':
      return v.parse(v.object({ options: v.array(v.unknown()) }), schema).options[0];
    case 'literal':
      return v.parse(v.object({ literal: v.unknown() }), schema).literal;
    case 'union':
    case 'variant': {
      const { options } = v.parse(v.object({ options: v.array(v.unknown()) }), schema);
      return firstFitting(
        schema,
        options.map((option) => build(option, fixed)),
      );
    }
    default:
      throw new Error(`No value can be made for a schema of type ${type}.`);
  }
}

function firstFitting(schema: unknown, candidates: readonly unknown[]): unknown {
  return candidates.find((candidate) => v.is(schema as v.GenericSchema, candidate)) ?? candidates[0];
}
