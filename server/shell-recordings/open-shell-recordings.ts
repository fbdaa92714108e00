/** Recordings of command lines, put together: taken from hosts, played in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { ConsentAsk, StandingAsk } from '../../shared/contract/consent.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { adminRecordingOperations } from '../../shared/contract/shell-recording.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import { createSeenSession } from '../session-records/seen-session.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { recordingModels } from './recording-model.ts';
import { createShellRecordings } from './recording-service.ts';
import type { ShellRecordings } from './recording-service.ts';
import { shellSettingsModel } from './shell-settings-model.ts';

export interface OpenShellRecordings {
  readonly recordings: Pick<ShellRecordings, 'take'>;
  /** What the customer is told with a question, as the administrator has set it. */
  readonly standing: (ask: ConsentAsk) => Promise<StandingAsk>;
  readonly adminHandlers: Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminRecordingOperations>;
  /** Resolves when the indexes are there: that a part has one place rests on them. */
  prepare(): Promise<void>;
}

export function openShellRecordings(
  needs: Pick<FeatureNeeds, 'connection' | 'clock'> & {
    readonly sessions: Pick<Sessions, 'load'>;
    readonly belongings: Pick<SessionBelongings, 'add'>;
    readonly seenBy: SeenBy;
  },
): OpenShellRecordings {
  const models = recordingModels(needs.connection);
  const settings = shellSettingsModel(needs.connection);
  const recordings = createShellRecordings(models, needs.clock);
  const findSeen = createSeenSession(needs);
  needs.belongings.add(recordings.belonging);
  return {
    recordings,
    async standing(ask) {
      if (ask.scope !== 'shell' || !(await settings.get()).recordsShells) return ask;
      return { ...ask, isRecorded: true };
    },
    adminHandlers: {
      'shells.settings': async () => ({ settings: await settings.get() }),
      'shells.setSettings': async ({ settings: wanted }) => {
        await settings.set(wanted);
        return { settings: wanted };
      },
      'sessions.recordings': async ({ id }, { account }) => {
        await findSeen(id, account);
        return { recordings: await recordings.list(id) };
      },
      'sessions.recording': async ({ id, recording, from }, { account }) => {
        await findSeen(id, account);
        return recordings.read(id, recording, from);
      },
    },
    async prepare() {
      await Promise.all([models.records.createIndexes(), models.parts.createIndexes()]);
    },
  };
}
