/** Whom customers may send invitations to. */
import type { HelpDesk, HelpDesks } from '../../shared/contract/invitation.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { MailSettings } from '../mail/mail-settings.ts';
import type { HelpDeskModel } from './help-desk-model.ts';
import { domainOf } from './recipient-rules.ts';

const ONLY = 'help-desks';

export interface HelpDeskList {
  get(): Promise<HelpDesks>;
  update(helpDesks: HelpDesks): Promise<HelpDesks>;
  /** The desks of channels that there are, by name. */
  desks(): Promise<HelpDesk[]>;
  /** Domains whose addresses may be mailed; none while no mail is set up. */
  domains(): Promise<readonly string[]>;
}

export function createHelpDesks(parts: {
  readonly model: HelpDeskModel;
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly mailSettings: Pick<MailSettings, 'route'>;
}): HelpDeskList {
  const { model, channels, mailSettings } = parts;

  async function get(): Promise<HelpDesks> {
    const stored = await model.findOne({ _id: ONLY }).lean();
    return { desks: stored?.desks ?? [], domains: stored?.domains ?? null };
  }

  return {
    get,
    async update({ desks, domains }) {
      await model.updateOne({ _id: ONLY }, { $set: { desks, domains } }, { upsert: true });
      return get();
    },
    async desks() {
      const [{ desks }, open] = await Promise.all([get(), channels.list()]);
      return open.flatMap(({ id, name }) => {
        const address = desks.find(({ channel }) => channel === id)?.address;
        return address === undefined ? [] : [{ channel: id, name, address }];
      });
    },
    async domains() {
      const [route, { domains }] = await Promise.all([mailSettings.route(), get()]);
      if (route === undefined) return [];
      return domains ?? [domainOf(route.from)];
    },
  };
}
