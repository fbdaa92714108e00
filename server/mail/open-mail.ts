import type { Connection } from 'mongoose';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { Clock } from '../config/clock.ts';
import type { ServerConfig } from '../config/config.ts';
import type { Log } from '../logging/log.ts';
import { createSeal } from '../secrets/seal.ts';
import { mailHandlers } from './mail-handlers.ts';
import { createMailLimit } from './mail-limit.ts';
import { mailModel } from './mail-model.ts';
import { createMail } from './mail-service.ts';
import { createMailSettings } from './mail-settings.ts';

export interface OpenMailNeeds {
  readonly connection: Connection;
  readonly config: Pick<ServerConfig, 'mail'>;
  readonly organisation: { get(): Promise<Organisation> };
  readonly clock: Clock;
  readonly log: Log;
  /** The server's own, which seals the mail server's password. */
  readonly secret: Uint8Array;
}

/** Mail, and what the web panel does with it. */
export function openMail({ connection, config, organisation, clock, log, secret }: OpenMailNeeds) {
  const settings = createMailSettings({
    model: mailModel(connection),
    seal: createSeal(secret, 'mail password'),
    environment: config.mail,
  });
  const mail = createMail({ settings, limit: createMailLimit(clock), organisation, log });
  return { mail, settings, adminHandlers: mailHandlers({ settings, mail, organisation }) };
}
