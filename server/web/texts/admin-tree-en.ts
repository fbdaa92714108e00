/** The web panel's words about lists that are trees. */
export const treeTexts = {
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  atEnd: 'There is nothing to step over',
  more: (name: string) => `More about ${name}`,
} as const;
