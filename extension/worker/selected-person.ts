/** Who is meant by what was selected on a page, or by a link for mail. Pure. */

/** A person, as far as they are known. */
export interface SelectedPerson {
  readonly customer: string;
  readonly email: string;
}

const mail = /[^\s@<>"',;:()[\]]{1,64}@[^\s@<>"',;:()[\]]{1,189}/u;

/** `Marta Kowalenko <marta@firm.example>`, one of the two, or a line that begins with a name. */
export function personSelected(selection: string): SelectedPerson {
  const line = selection.split(/[\n\r]/u).find((one) => one.trim() !== '') ?? '';
  const email = mail.exec(line)?.[0] ?? '';
  const name = line
    .replace(email, ' ')
    .replaceAll(/[<>()[\]"“”]|mailto:/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;:–-]+|[\s,;:–-]+$/gu, '');
  return { customer: cut(name, 80), email: email.replace(/[.]+$/u, '') };
}

/** Who a `mailto:` link is for; the first of several. `undefined` for a link that names nobody. */
export function personMailed(link: string): SelectedPerson | undefined {
  if (!/^mailto:/i.test(link)) return undefined;
  const address = link.slice('mailto:'.length).split('?')[0] ?? '';
  const first = decoded(address).split(',')[0] ?? '';
  const person = personSelected(first);
  return person.email === '' ? undefined : person;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: it is read as it stands.
    return text;
  }
}

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
