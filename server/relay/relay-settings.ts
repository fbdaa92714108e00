/** Which relay links are told of: as the environment says, else as the web panel has set it. */
import { AppError } from '../../shared/contract/errors.ts';
import type { RelayState } from '../../shared/contract/relay.ts';
import type { ServerConfig } from '../config/config.ts';
import type { Seal } from '../secrets/seal.ts';
import type { RelayModel } from './relay-model.ts';

const ONLY = 'relay';

export type Relay = NonNullable<ServerConfig['turn']>;

export interface RelaySettings {
  /** The relay of this moment, as it was read last; `undefined` when there is none. */
  current(): Relay | undefined;
  state(): RelayState;
  /** Reads it anew: another process may have changed it. */
  refresh(): Promise<void>;
  /** @throws AppError `not-allowed` when the environment has set it, `invalid` without a secret for a new address */
  update(setting: { readonly url: string; readonly secret: string | null }): Promise<void>;
  /** @throws AppError `not-allowed` when the environment has set it */
  remove(): Promise<void>;
}

export function createRelaySettings(parts: {
  readonly model: RelayModel;
  readonly seal: Seal;
  readonly environment: ServerConfig['turn'];
}): RelaySettings {
  const { model, seal, environment } = parts;
  let known: Relay | undefined;

  const onlyHere = () => {
    if (environment === undefined) return;
    throw new AppError('not-allowed', {
      text: 'The relay is set by the server’s environment (TURN_URL). Change it there.',
    });
  };

  async function refresh(): Promise<void> {
    if (environment !== undefined) return;
    const stored = await model.findOne({ _id: ONLY }).lean();
    // Data that were moved without their secret: a relay that refuses everybody would be worse than none.
    const secret = stored === null ? undefined : seal.open(stored.secret);
    known = stored === null || secret === undefined ? undefined : { url: stored.url, secret };
  }

  return {
    current: () => environment ?? known,
    state() {
      if (environment !== undefined) return { by: 'environment', url: environment.url };
      return known === undefined ? { by: 'nobody', url: '' } : { by: 'panel', url: known.url };
    },
    refresh,
    async update({ url, secret: typed }) {
      onlyHere();
      // A secret that was given for one relay is not shown to another one.
      const secret = typed ?? (known?.url === url ? known.secret : undefined);
      if (secret === undefined) throw new AppError('invalid', { text: 'Another address needs its own secret.' });
      await model.updateOne({ _id: ONLY }, { $set: { url, secret: seal.seal(secret) } }, { upsert: true });
      await refresh();
    },
    async remove() {
      onlyHere();
      await model.deleteOne({ _id: ONLY });
      await refresh();
    },
  };
}
