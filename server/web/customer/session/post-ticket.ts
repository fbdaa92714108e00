/**
 * Lets the browser download something for a ticket. A form that is posted, because a ticket in an address would stay in
 * histories and logs; and no `fetch`, because the browser saves it to the disk by itself, on phones too.
 */
export function postTicket(
  path: '/host/download' | '/files/open',
  ticket: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = path;
  form.hidden = true;
  for (const [name, value] of Object.entries({ ticket, ...more })) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
