import * as v from 'valibot';

/** An id as the server makes it: 128 random bits in base64url, 22 characters. Nothing else passes as an id. */
const randomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'));

export const AccountId = v.pipe(randomId, v.brand('AccountId'));
export type AccountId = v.InferOutput<typeof AccountId>;

export const ChannelId = v.pipe(randomId, v.brand('ChannelId'));
export type ChannelId = v.InferOutput<typeof ChannelId>;

export const GroupId = v.pipe(randomId, v.brand('GroupId'));
export type GroupId = v.InferOutput<typeof GroupId>;

export const RequestId = v.pipe(randomId, v.brand('RequestId'));
export type RequestId = v.InferOutput<typeof RequestId>;

export const ReservationId = v.pipe(randomId, v.brand('ReservationId'));
export type ReservationId = v.InferOutput<typeof ReservationId>;

export const OfferId = v.pipe(randomId, v.brand('OfferId'));
export type OfferId = v.InferOutput<typeof OfferId>;

export const SessionId = v.pipe(randomId, v.brand('SessionId'));
export type SessionId = v.InferOutput<typeof SessionId>;

/** Made by the client for each thing it appends, so that sending twice stores once. Same form as a server's id. */
export const ClientEntryId = v.pipe(randomId, v.brand('ClientEntryId'));
export type ClientEntryId = v.InferOutput<typeof ClientEntryId>;

/** A secret of 256 random bits in base64url, 43 characters: sign-in tokens, browser keys, host tokens. */
export const Token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'not a token'), v.brand('Token'));
export type Token = v.InferOutput<typeof Token>;

/** A single-use secret of 128 random bits: 26 characters of lower-case base32, so that a file name can carry it anywhere. */
export const Ticket = v.pipe(v.string(), v.regex(/^[a-z2-7]{26}$/, 'not a ticket'), v.brand('Ticket'));
export type Ticket = v.InferOutput<typeof Ticket>;

/** A signalling peer's id, made by the server and bound to a ticket. */
export const PeerId = v.pipe(v.string(), v.regex(/^p[a-z2-7]{26}$/, 'not a peer id'), v.brand('PeerId'));
export type PeerId = v.InferOutput<typeof PeerId>;

export const MemberAskId = v.pipe(randomId, v.brand('MemberAskId'));
export type MemberAskId = v.InferOutput<typeof MemberAskId>;

export const InvitationId = v.pipe(randomId, v.brand('InvitationId'));
export type InvitationId = v.InferOutput<typeof InvitationId>;

export const TrustId = v.pipe(randomId, v.brand('TrustId'));
export type TrustId = v.InferOutput<typeof TrustId>;
