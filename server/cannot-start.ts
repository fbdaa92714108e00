/** Something that the operator can mend; the message says what and how, so no stack is shown. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
