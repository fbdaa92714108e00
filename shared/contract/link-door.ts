/** The first message on every Socket.IO link: the `auth` payload of the connection, one schema for each audience. */
import * as v from 'valibot';
import { Ticket, Token } from './identifiers.ts';
import { ProtocolVersion } from './protocol-version.ts';

/** What every version shows: whatever else is at the door may have had another form then. */
export const AnyDoor = v.object({ protocol: ProtocolVersion });
export const RepDoor = v.strictObject({ protocol: ProtocolVersion, token: Token });
/** `browserKey` is what this browser has been given; without one the server makes it and sends it as `door.key`. */
export const CustomerDoor = v.strictObject({ protocol: ProtocolVersion, browserKey: v.nullable(Token) });
export const HostDoor = v.variant('by', [
  v.strictObject({ protocol: ProtocolVersion, by: v.literal('ticket'), ticket: Ticket }),
  v.strictObject({ protocol: ProtocolVersion, by: v.literal('token'), token: Token }),
]);

/** Socket.IO namespaces, one an audience. Path of the endpoint: `/link`. */
export const LINK_PATH = '/link';
export const namespaces = { rep: '/rep', customer: '/customer', host: '/host' } as const;

/** Names of the Socket.IO events that carry the contracts. */
export const wire = { call: 'call', event: 'event', browserKey: 'browser-key' } as const;

/** Why a link was refused at the door, as `connect_error.data`. */
export const DoorRefusal = v.strictObject({ code: v.string(), text: v.string() });
