import { serverSecret } from '../codes/server-secret.ts';
import { systemClock } from '../config/clock.ts';
import type { ServerConfig } from '../config/config.ts';
import type { Log } from '../logging/log.ts';
import type { OpenStore, openStore } from '../open-store.ts';
import { createServices } from '../services.ts';
import { resetAdministrator } from './reset-administrator.ts';
import type { ResetResult } from './reset-administrator.ts';

/** Opens the store for one reset and closes it again. The store refuses while a server has it open, and says so. */
export async function runResetAdministrator(
  userId: string | undefined,
  parts: { readonly config: ServerConfig; readonly log: Log; readonly openStore: typeof openStore },
): Promise<ResetResult> {
  const store: OpenStore = await parts.openStore(parts.config, parts.log);
  try {
    const secret = await serverSecret(parts.config.dataFolder);
    const { accounts, signIns, twoStep, audit } = await createServices({
      connection: store.connection,
      log: parts.log,
      clock: systemClock,
      secret,
    });
    const result = await resetAdministrator(userId, { accounts, signIns, twoStep, audit: audit.write });
    await audit.settled();
    return result;
  } finally {
    await store.close();
  }
}
