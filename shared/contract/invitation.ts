/** Invitations: a customer asks somebody they know, or a help desk's address, and whoever opens it first helps. */
import * as v from 'valibot';
import { ChannelId, InvitationId, Ticket } from './identifiers.ts';
import { Email, Moment, PersonName, optionalLine } from './text.ts';

/** `invitation`: whoever has link or code. `direct`: one rep who trusts this customer, asked without a code. */
export const InvitationKind = v.picklist(['invitation', 'direct']);
export type InvitationKind = v.InferOutput<typeof InvitationKind>;

export const InvitationForm = v.strictObject({
  name: PersonName,
  message: optionalLine(120),
  /** Each gets a mail of their own. */
  to: v.pipe(v.array(Email), v.maxLength(5, 'must be 5 addresses at most')),
  /** Channels whose help-desk address gets it. */
  desks: v.pipe(v.array(ChannelId), v.maxLength(5)),
});
export type InvitationForm = v.InferOutput<typeof InvitationForm>;

/** An invitation as the customer who made it sees it. */
export const OwnInvitation = v.strictObject({
  id: InvitationId,
  kind: InvitationKind,
  name: v.string(),
  /** Empty for one that is direct. The link carries its secret in the fragment. */
  link: v.string(),
  /** Ten characters for typing, read out with a dash in the middle. */
  code: v.string(),
  /** To whom it went, and whether the mail server took it. */
  recipients: v.array(v.strictObject({ to: v.string(), sent: v.boolean() })),
  /** Who is asked directly; empty for others. */
  asked: v.string(),
  /** Who helped and has left, so that somebody else may connect. */
  leftBy: v.nullable(v.string()),
  createdAt: Moment,
  expiresAt: Moment,
});
export type OwnInvitation = v.InferOutput<typeof OwnInvitation>;

/** An invitation as reps see it to whom it was sent, by a help desk's address or directly. */
export const RepInvitation = v.strictObject({
  id: InvitationId,
  kind: InvitationKind,
  name: v.string(),
  message: v.string(),
  /** Where it was sent; empty for one that is direct. */
  channelName: v.string(),
  createdAt: Moment,
  /** Who helps at the moment: nobody else can connect until they have left. */
  helper: v.nullable(v.string()),
});
export type RepInvitation = v.InferOutput<typeof RepInvitation>;

/** An address of the help desk that customers may choose. */
export const HelpDesk = v.strictObject({ channel: ChannelId, name: v.string(), address: Email });
export type HelpDesk = v.InferOutput<typeof HelpDesk>;

/** A domain of mail addresses, such as `fern.example`. */
export const MailDomain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a domain such as fern.example'),
);

/** Whom customers may send invitations to: only people of the organisation, so that nobody mails strangers in its name. */
export const HelpDesks = v.strictObject({
  desks: v.pipe(v.array(v.strictObject({ channel: ChannelId, address: Email })), v.maxLength(200)),
  /** `null`: the domain of the address that mail comes from. */
  domains: v.nullable(v.pipe(v.array(MailDomain), v.maxLength(20))),
});
export type HelpDesks = v.InferOutput<typeof HelpDesks>;

/** What a rep pastes or types: the whole link, what stands behind its #, or the code with or without its dash. */
export const InvitationSecret = v.pipe(
  v.string(),
  v.maxLength(400),
  v.transform((text) =>
    text
      .slice(text.indexOf('#') + 1)
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s-]/g, ''),
  ),
  v.regex(/^(?:[a-z2-7]{26}|[a-z2-7]{10})$/, 'must be the link or the code of an invitation'),
);

/** What the link's page shows of an invitation before anybody has connected. */
export const InvitationCard = v.strictObject({
  name: v.string(),
  message: v.string(),
  code: v.string(),
  helper: v.nullable(v.string()),
});
export type InvitationCard = v.InferOutput<typeof InvitationCard>;

/** The secret in a link's fragment. */
export const InvitationTicket = Ticket;
