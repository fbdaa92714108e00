/** Which page stands, with what it shows: by what the server says of this browser, and by the address. Pure. */
import type { ConnectionLink } from '../../../shared/contract/connection-link.ts';
import type { CustomerState } from '../../../shared/contract/customer-contract.ts';
import type { Ticket } from '../../../shared/contract/identifiers.ts';
import { extensionPaths } from '../../../shared/contract/extension-packages.ts';
import type { OwnInvitation } from '../../../shared/contract/invitation.ts';
import { receiptPath } from '../../../shared/contract/receipt.ts';
import type { ReceiptLink } from '../../../shared/contract/receipt.ts';
import type { OwnReservation } from '../../../shared/contract/reservation.ts';

/** What it depends on. */
export interface Standing {
  readonly state: CustomerState;
  readonly path: string;
  /** `undefined` until the server has answered. */
  readonly organisation: string | undefined;
  /** Of the link of an invitation, if the page was opened by one. */
  readonly helpTicket: Ticket | undefined;
  /** The connection link that was opened. */
  readonly link: ConnectionLink | undefined;
  /** Of a receipt's link, if the address holds a whole one. */
  readonly receipt: ReceiptLink | undefined;
  readonly invitation: OwnInvitation | null;
  readonly reservation: OwnReservation | null;
}

type Session = Extract<CustomerState, { at: 'session' }>;

/** Each page of a customer. */
export type CustomerPage =
  | { readonly at: 'needs' | 'install' | 'opening' | 'connect' | 'invite' | 'request' }
  | { readonly at: 'help'; readonly ticket: Ticket }
  | { readonly at: 'link'; readonly link: ConnectionLink }
  | { readonly at: 'receipt'; readonly link: ReceiptLink | undefined }
  | { readonly at: 'invited'; readonly invitation: OwnInvitation }
  | { readonly at: 'knocking'; readonly session: Session['session'] }
  | { readonly at: 'reservation'; readonly reservation: OwnReservation }
  | Exclude<CustomerState, { at: 'start' }>;

/** A session before everything, then the address, then what the server says. */
export function whichPage(standing: Standing): CustomerPage {
  const { state, path, organisation, helpTicket, link, receipt, invitation, reservation } = standing;
  if (state.at === 'session') {
    return state.session.state === 'waiting-code' ? { at: 'knocking', session: state.session } : state;
  }
  if (path.startsWith('/needs')) return { at: 'needs' };
  if (path === extensionPaths.page) return { at: 'install' };
  if (path === '/help' && helpTicket !== undefined) return { at: 'help', ticket: helpTicket };
  if (organisation === undefined) return { at: 'opening' };
  if (path === receiptPath) return { at: 'receipt', link: receipt };
  // From the line as well: whoever has a code or a link need not wait.
  if (path.startsWith('/connect')) return link === undefined ? { at: 'connect' } : { at: 'link', link };
  if (state.at !== 'start') return state;
  if (invitation !== null) return { at: 'invited', invitation };
  if (path === '/invite') return { at: 'invite' };
  return reservation !== null && !path.startsWith('/ask') ? { at: 'reservation', reservation } : { at: 'request' };
}
