/** A code of ten characters as people read it out: with a dash in its middle. */
export function typedCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
