import type { FilterChoices } from '../../../../shared/contract/statistics-operations.ts';
import { usePanel } from './panel-context.ts';
import { useLoaded } from './use-loaded.ts';

const nothing: FilterChoices = { channels: [], groups: [], reps: [], incidents: [] };

/** What filters offer to whoever is signed in; empty until it is known. */
export function useChoices(): FilterChoices {
  const { model } = usePanel();
  const { loaded } = useLoaded(() => model.server.call('statistics.choices', {}), 'choices');
  return loaded.at === 'ready' ? loaded.value : nothing;
}
