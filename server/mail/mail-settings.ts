/** Through which server mail goes: as the environment says, else as the web panel has set it. */
import { AppError } from '../../shared/contract/errors.ts';
import type { MailSetting, MailState } from '../../shared/contract/mail.ts';
import type { ServerConfig } from '../config/config.ts';
import { isThisMachine } from '../config/smtp-url.ts';
import type { Seal } from '../secrets/seal.ts';
import type { MailModel } from './mail-model.ts';

const ONLY = 'mail';

/** What sending needs to know. */
export type MailRoute = NonNullable<ServerConfig['mail']>;

export interface MailSettings {
  /** `undefined` while no mail is set up. */
  route(): Promise<MailRoute | undefined>;
  state(): Promise<MailState>;
  /** @throws AppError `not-allowed` when the environment has set it, `invalid` when a password would travel unencrypted */
  update(setting: MailSetting): Promise<void>;
  /** @throws AppError `not-allowed` when the environment has set it */
  remove(): Promise<void>;
}

export function createMailSettings(parts: {
  readonly model: MailModel;
  readonly seal: Seal;
  readonly environment: ServerConfig['mail'];
}): MailSettings {
  const { model, seal, environment } = parts;

  async function ofPanel(): Promise<MailRoute | undefined> {
    const stored = await model.findOne({ _id: ONLY }).lean();
    if (stored === null) return undefined;
    const { from, host, port, security, user } = stored;
    const password = stored.password === '' ? '' : seal.open(stored.password);
    // Data that were moved without their secret: to send without the password would only be refused elsewhere.
    return password === undefined ? undefined : { from, server: { host, port, security, user, password } };
  }

  const onlyHere = () => {
    if (environment === undefined) return;
    throw new AppError('not-allowed', { text: 'Mail is set by the server’s environment (SMTP_URL). Change it there.' });
  };

  return {
    route: async () => environment ?? ofPanel(),
    async state() {
      const route = environment ?? (await ofPanel());
      if (route === undefined) return nothingSet;
      const { host, port, security, user, password } = route.server;
      const by = environment === undefined ? 'panel' : 'environment';
      return { by, host, port, security, user, hasPassword: password !== '', from: route.from };
    },
    async update({ password: typed, ...setting }) {
      onlyHere();
      const before = await ofPanel();
      const isSame = before?.server.host === setting.host && before.server.user === setting.user;
      // A password that was given for one server is not shown to another one.
      const password = typed ?? (isSame ? before.server.password : '');
      if (setting.security === 'plain' && password !== '' && !isThisMachine(setting.host)) {
        throw new AppError('invalid', { text: 'A password is sent encrypted only. Choose TLS or STARTTLS.' });
      }
      const stored = { ...setting, password: password === '' ? '' : seal.seal(password) };
      await model.updateOne({ _id: ONLY }, { $set: stored }, { upsert: true });
    },
    async remove() {
      onlyHere();
      await model.deleteOne({ _id: ONLY });
    },
  };
}

const nothingSet: MailState = {
  by: 'nobody',
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  hasPassword: false,
  from: '',
};
