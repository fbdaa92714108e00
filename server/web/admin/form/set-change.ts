/** What was put into a list and what was taken out of it, in whatever order it stands. */
interface SetChange<Id> {
  readonly add: Id[];
  readonly remove: Id[];
}

/** From what a list was to what it is to be: all that is sent, so that what others changed meanwhile stays. */
export function setChange<Id>(before: readonly Id[], after: readonly Id[]): SetChange<Id> {
  return {
    add: after.filter((id) => !before.includes(id)),
    remove: before.filter((id) => !after.includes(id)),
  };
}
