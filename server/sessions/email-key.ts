/** An address as sessions of the same one are found: people write it large and small. `undefined` without one. */
export function emailKey(email: string): string | undefined {
  return email === '' ? undefined : email.toLowerCase();
}
