/** Mail: through which server it goes, as the web panel sets it. */
import * as v from 'valibot';
import { Email, line, optionalLine } from './text.ts';

/** `tls`: encrypted from the first byte (465). `starttls`: encrypted or not at all (587). `plain`: a relay in the own network. */
export const MailSecurity = v.picklist(['tls', 'starttls', 'plain']);
export type MailSecurity = v.InferOutput<typeof MailSecurity>;

/** A name or address of a mail server, without port. */
export const MailHost = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39})$/,
    'must be the name of a mail server',
  ),
);

export const MailPort = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

/** What an administrator sets. `password: null` keeps the one that is stored, for the same server and user. */
export const MailSetting = v.strictObject({
  host: MailHost,
  port: MailPort,
  security: MailSecurity,
  user: optionalLine(254),
  password: v.nullable(optionalLine(256)),
  from: Email,
});
export type MailSetting = v.InferOutput<typeof MailSetting>;

/** How mail stands. A password is never shown again, only that there is one. */
export const MailState = v.strictObject({
  /** Who has set it: the server's environment rules over the web panel. */
  by: v.picklist(['environment', 'panel', 'nobody']),
  host: v.string(),
  port: v.number(),
  security: MailSecurity,
  user: v.string(),
  hasPassword: v.boolean(),
  from: v.string(),
});
export type MailState = v.InferOutput<typeof MailState>;

/** The subject of a mail: one line, so that it can carry no header of its own. */
export const Subject = line(200);
