/**
 * Whether a key belongs to an input method (Japanese, Korean, Chinese, dead keys): Enter then accepts what it proposes, and
 * must neither send nor choose. Safari ends the composition before it tells of the key, and marks it by the code 229:
 * https://bugs.webkit.org/show_bug.cgi?id=165004
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells it in Safari
  return event.isComposing || event.keyCode === 229;
}
