/**
 * Lets the browser download something for a ticket. A form that is posted, because a ticket in an address would stay in
 * histories and logs; and no `fetch`, because the browser saves it to the disk by itself, on phones too.
 */
export function postTicket(path: '/host/download' | '/files/open', ticket: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = path;
  form.hidden = true;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'ticket';
  field.value = ticket;
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
}
