import type { Ticket } from '../../../../shared/contract/identifiers.ts';

/**
 * Lets the browser download the program for a ticket. A form that is posted, because a ticket in an address would stay
 * in histories and logs; and no `fetch`, because the browser saves 45 MB to the disk by itself.
 */
export function postTicket(ticket: Ticket): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/host/download';
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
