/** Makes this document the link owner, with the browser's own parts. */
import type { Client } from '../../shared/contract/contract.ts';
import { openSocketLink } from '../../shared/link/socket-carrier.ts';
import { systemClock } from '../../shared/ui/clock.ts';
import { listenAs } from '../platform/messages.ts';
import { onViewPort } from '../platform/ports.ts';
import type { WorkerContract } from '../port/worker-contract.ts';
import { httpCarrier } from './http-carrier.ts';
import { startLinkOwner } from './link-owner.ts';
import type { LinkOwner } from './link-owner.ts';
import { playNotes } from './sound/notes.ts';

/** Call it in the document's first turn: views and worker must find somebody who listens. */
export function startOwnerHere(worker: Client<WorkerContract>): LinkOwner {
  let audio: AudioContext | undefined;
  const owner = startLinkOwner({
    worker,
    openSocket: openSocketLink,
    carrierTo: httpCarrier,
    play(notes, level) {
      audio ??= new AudioContext();
      playNotes(audio, notes, level);
    },
    ...systemClock,
    onFault: (error) => console.error(error),
  });
  const refuse = () => owner.views.countRefused();
  onViewPort((port) => owner.views.admit(port), refuse);
  listenAs('owner', (call) => owner.answerWorker(call), refuse);
  return owner;
}
