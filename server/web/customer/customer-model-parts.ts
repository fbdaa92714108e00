/** What the customer's page knows and can do, as its parts see it. */
import type { ReadonlySignal } from '@preact/signals';
import type { Client, EventOf } from '../../../shared/contract/contract.ts';
import type { CustomerContract, CustomerState } from '../../../shared/contract/customer-contract.ts';
import type { OwnReservation } from '../../../shared/contract/reservation.ts';
import type { PublicChannel } from '../../../shared/contract/channel.ts';
import type { AppError } from '../../../shared/contract/errors.ts';
import type { PublicIncident } from '../../../shared/contract/incident.ts';
import type { Ending, EndingKind } from '../../../shared/contract/ending.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { LinkState, openSocketLink } from '../../../shared/link/socket-carrier.ts';
import type { BrowserKey } from './browser-key.ts';
import type { OwnInvitationModel } from './invite/own-invitation.ts';
import type { TabStorage } from './kept-signal.ts';
import type { Asking } from './request/asking.ts';
import type { OwnFiles } from './session/own-files.ts';
import type { MessageDraft, UnsentMessage } from './unsent-messages.ts';

/** The world around the model, handed in so that a test can play it. */
export interface CustomerModelPorts {
  readonly origin: string;
  /** Where this browser keeps the key that it was given. */
  readonly browserKey: BrowserKey;
  /** What this tab keeps over a reload; nothing unless given. */
  readonly tabStorage?: TabStorage;
  /** {@link openSocketLink} unless given. */
  readonly openSocket?: typeof openSocketLink;
}

/** The model, as the pages use it. */
export interface CustomerModel {
  readonly link: ReadonlySignal<LinkState>;
  /** Why the server, though it answers, cannot serve this page at the moment; it is asked again by itself. */
  readonly trouble: ReadonlySignal<AppError | undefined>;
  /** `undefined` until the server has answered for the first time. */
  readonly organisation: ReadonlySignal<string | undefined>;
  readonly channels: ReadonlySignal<readonly PublicChannel[]>;
  readonly incidents: ReadonlySignal<readonly PublicIncident[]>;
  readonly state: ReadonlySignal<CustomerState>;
  /** The open reservation of this browser. */
  readonly reservation: ReadonlySignal<OwnReservation | null>;
  readonly entries: ReadonlySignal<readonly LogEntry[]>;
  readonly unsent: ReadonlySignal<readonly UnsentMessage[]>;
  /** What stands in the chat's field, over reloads too. */
  readonly draft: ReadonlySignal<MessageDraft>;
  /** What stands in the form for asking, until it is sent. */
  readonly asking: ReadonlySignal<Asking>;
  /** Who of the other side types now. */
  readonly typing: ReadonlySignal<string | undefined>;
  /** Added to this computer's clock it gives the server's, in milliseconds. */
  readonly clockOffsetMs: ReadonlySignal<number>;
  readonly server: Client<CustomerContract>;
  /** The invitation that is out, and who trusts this browser. */
  readonly own: OwnInvitationModel;
  /** Files of the chat, on their way and given. */
  readonly files: OwnFiles;
  /** What ended without the customer and was not put away. */
  readonly endings: ReadonlySignal<readonly Ending[]>;
  putAway(what: EndingKind): void;
  /** Asks the server anew where this browser stands. */
  refresh(): Promise<void>;
  /** The state after a call that changed it; events bring the same later. */
  enter(state: CustomerState): void;
  /** The reservation after a call that changed it. */
  keepReservation(reservation: OwnReservation | null): void;
  keepAsking(asking: Asking): void;
  keepDraft(draft: MessageDraft): void;
  /** Shows at once, and is sent when the server answers, in order. */
  write(text: string): void;
  /** Thinned out: call it at every key. */
  tellTyping(): void;
  /** What is shown has been seen. */
  markRead(): void;
  retryNow(): void;
  /** Hears every event before the model acts on it, until the returned function is called. */
  onEvent(listener: EventListener): () => void;
}

/** Hears what the server tells by itself. */
export type EventListener = (event: EventOf<CustomerContract>) => void;
