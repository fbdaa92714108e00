import { fieldOf, isDocument } from '../values/kinds.ts';
import type { Condition } from './condition.ts';
import { matches } from './matches.ts';
import type { FieldPath } from './path.ts';

/**
 * The place in an array at which a document met the filter, which `$` in an update stands for: of several conditions on arrays the last
 * one says it, as in MongoDB. Undefined when the filter looked into no array.
 */
export function matchedPlace(filter: Condition, document: unknown): number | undefined {
  switch (filter.kind) {
    case 'all':
      return filter.of.reduce<number | undefined>((last, part) => matchedPlace(part, document) ?? last, undefined);
    case 'any': {
      const first = filter.of.find((part) => matches(part, document));
      return first === undefined ? undefined : matchedPlace(first, document);
    }
    case 'none':
    case 'computed':
      return undefined;
    case 'elementDocument':
    case 'elementValue':
    case 'compare':
    case 'in':
    case 'exists':
    case 'size':
    case 'type':
    case 'pattern':
      return firstPlace(filter, document);
    default:
      return filter satisfies never;
  }
}

/** Follows the path to the first array, and looks for the element that meets the rest of the condition by itself. */
function firstPlace(condition: Extract<Condition, { path: FieldPath }>, document: unknown): number | undefined {
  let value = document;
  for (const [depth, part] of condition.path.entries()) {
    if (Array.isArray(value)) {
      const rest = { ...condition, path: condition.path.slice(depth) };
      return placeOf(value, (element) => isDocument(element) && matches(rest, element));
    }
    value = isDocument(value) ? fieldOf(value, part) : undefined;
  }
  if (!Array.isArray(value) || condition.kind === 'exists' || condition.kind === 'size') return undefined;
  if (condition.kind === 'elementDocument' || condition.kind === 'elementValue')
    return placeOf(value, (element) => matches({ ...condition, path: ['array'] }, { array: [element] }));
  return placeOf(value, (element) => matches({ ...condition, path: [] }, element));
}

function placeOf(elements: readonly unknown[], isMeant: (element: unknown) => boolean): number | undefined {
  const place = elements.findIndex(isMeant);
  return place < 0 ? undefined : place;
}
