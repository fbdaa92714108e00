import type { Client } from '../../../shared/contract/contract.ts';
import type { WorkerContract } from '../../port/worker-contract.ts';
import type { SoundDeskOptions } from './sound-desk.ts';

type Play = SoundDeskOptions['play'];

/** Plays nothing while something fills a whole screen: the rep presents, or watches a customer, and would be heard. */
export function unlessFullScreen(worker: Client<WorkerContract>, play: Play): Play {
  return (notes, level) => {
    worker.call('screen.look', {}).then(
      ({ isFull }) => {
        if (!isFull) play(notes, level);
      },
      // Nobody knows: better a sound too many than an offer that nobody hears.
      () => play(notes, level),
    );
  };
}
