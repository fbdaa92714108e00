import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Mail } from '../mail/mail-service.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { createLookUpLimit } from './look-up-limit.ts';
import { receiptHandlers } from './receipt-handlers.ts';
import { receiptModel } from './receipt-model.ts';
import { createReceiptSecrets } from './receipt-secrets.ts';
import { createReceipts } from './receipt-service.ts';

export interface OpenReceiptsNeeds extends Pick<FeatureNeeds, 'connection' | 'organisation' | 'origin' | 'clock'> {
  readonly models: FeatureModels;
  readonly sessions: Sessions;
  readonly belongings: SessionBelongings;
  readonly mail: Mail;
  /** The server's own secret, 32 bytes. */
  readonly secret: Uint8Array;
}

/** Receipts: each session that ends gets one. Resolves when their index is there. */
export async function openReceipts(needs: OpenReceiptsNeeds) {
  const { connection, models, sessions, belongings, secret, clock } = needs;
  const model = receiptModel(connection);
  await model.createIndexes();
  const receipts = createReceipts({
    ...needs,
    model,
    entries: models.log.entries,
    secrets: createReceiptSecrets(secret),
    limit: createLookUpLimit(clock),
  });
  sessions.onEnd((record) => receipts.seal(record));
  belongings.add({ forget: (session) => receipts.forget(session), read: (session) => receipts.read(session) });
  return { customerHandlers: receiptHandlers({ ...needs, receipts }) };
}
