import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { createSeal } from '../secrets/seal.ts';
import { relayHandlers } from './relay-handlers.ts';
import { relayModel } from './relay-model.ts';
import { createRelaySettings } from './relay-settings.ts';

/** The relay that links are told of, and what the web panel does with it. `secret` is the server's own. */
export async function openRelay({
  connection,
  config,
  clock,
  secret,
}: Pick<FeatureNeeds, 'connection' | 'config' | 'clock'> & { readonly secret: Uint8Array }) {
  const relay = createRelaySettings({
    model: relayModel(connection),
    seal: createSeal(secret, 'relay secret'),
    environment: config.turn,
  });
  await relay.refresh();
  return { relay, adminHandlers: relayHandlers(relay, clock) };
}
