import type { Connection } from 'mongoose';
import type { Services } from '../server/services.ts';
import type { ChosenIncident } from '../shared/contract/incident.ts';
import type { Dice } from './dice.ts';

/** The organisation while it is made up: what seeds write through, and what they leave for each other. */
export interface Office extends Services {
  /** For the models of features. */
  readonly connection: Connection;
  /** The moment at which it is made up; everything else lies before it. */
  readonly today: number;
  /** What the services take for now: before the seeds turn it, the day on which the organisation was founded. */
  readonly turnClock: (to: number) => void;
  readonly dice: Dice;
  /** By user ID. */
  readonly passwords: Map<string, string>;
  /** What customers chose in the catalogue, by the reason of their story. */
  readonly chosenIncidents: Map<string, ChosenIncident>;
}
