import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { hostFilesContract } from '../../../shared/contract/host-files.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HostFilesContract } from '../../../shared/contract/host-files.ts';
import { answerChannelCalls } from '../../../shared/link/channel-calls.ts';
import type { Tool } from '../tool.ts';
import { findPlaces, followLink, listFolder, lookFor, measure } from './browse.ts';
import { makeFolder, makeFolderOnce, remove, renameTo } from './change-files.ts';
import { createCopies, loggedPath } from './copies.ts';
import { troubleOf, troubleText } from './file-trouble.ts';
import { createHalfFiles } from './half-files.ts';
import { openHalfLedger, type HalfLedger } from './half-ledger.ts';
import { assertOwnPath } from './own-path.ts';
import { createTransfers } from './transfers.ts';

/** The files of this computer. At its opening it removes what a killed host left half done; `onExit` is told what to do at the end. */
export function openFiles(
  ledger: HalfLedger = openHalfLedger(),
  onExit: (run: () => void) => void = (run) => process.once('exit', run),
): Tool {
  const halves = createHalfFiles(
    ledger,
    () => randomBytes(16).toString('hex'),
    () => performance.now(),
  );
  onExit(() => halves.removeAll());
  return ({ send, backlogBytes, report, mayUse }) => {
    let isOver = false;
    const copies = createCopies(report);
    const transfers = createTransfers({
      copies,
      halves,
      send: (message) => !isOver && send(message),
      backlogBytes,
      mayUse,
      onSent: (transfer, sha256) => answers.tell({ type: 'sent', transfer, sha256 }),
      onBroken: (transfer, error) => answers.tell({ type: 'broken', transfer, text: troubleText(error) }),
    });
    const hasEnded = () => isOver;
    const handlers: Handlers<HostFilesContract, undefined> = {
      'files.places': async () => ({ places: await findPlaces() }),
      'files.list': ({ path, after }) => listFolder(path, after),
      'files.follow': ({ path }) => followLink(path),
      'files.look': ({ folder, name }) => lookFor(join(folder, name)),
      async 'files.make-folder'({ folder, name }) {
        const path = await makeFolder(folder, name);
        report({ did: 'folder-made', name: loggedPath(path) });
        return { path };
      },
      async 'files.rename'({ path, name }) {
        const next = await renameTo(path, name);
        if (next !== path) report({ did: 'file-renamed', name: loggedPath(path), to: loggedPath(next) });
        return { path: next };
      },
      'files.measure': ({ path }) => measure(path, hasEnded),
      async 'files.remove'({ path }) {
        await remove(path, hasEnded, () => report({ did: 'file-removed', name: loggedPath(path) }));
        return {};
      },
      async 'copies.begin'({ way, folder, name }) {
        await assertOwnPath(join(folder, name));
        return { copy: copies.begin(way, folder, name) };
      },
      async 'copies.make-folder'({ copy, folder, name }) {
        const path = join(folder, name);
        const made = copies.of(copy, 'give', path);
        if (await makeFolderOnce(folder, name)) made.done(0, path);
        return { path };
      },
      'copies.end'({ copy }) {
        copies.end(copy);
        return {};
      },
      'take.begin': (params) => transfers.beginTake(params),
      'take.end'(params) {
        transfers.endTake(params);
        return {};
      },
      'give.begin': (params) => transfers.beginGive(params),
      'give.end': async (params) => ({ path: await transfers.endGive(params) }),
      async 'transfer.cancel'({ transfer }) {
        await transfers.cancel(transfer);
        return {};
      },
    };
    const answers = answerChannelCalls(hostFilesContract, handlers, {
      send: (text) => !isOver && send(text),
      onFault(error, operation) {
        const trouble = troubleOf(error);
        if (trouble instanceof AppError) return trouble;
        console.error(`${operation} failed:`, error instanceof Error ? error.message : '');
        return undefined;
      },
    });
    return {
      take: (message) => (typeof message === 'string' ? answers.take(message) : transfers.take(message)),
      stop() {
        // The link may break while the consent holds: what is half there then waits for it.
        const stopping = transfers.stop();
        isOver = true;
        stopping.catch((error: unknown) =>
          console.error('A copy did not stop:', error instanceof Error ? error.message : ''),
        );
        copies.endAll();
      },
    };
  };
}
