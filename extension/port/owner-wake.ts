import { Nothing, contract, operation } from '../../shared/contract/contract.ts';
import * as v from 'valibot';

/** The one thing that any own page may ask of the worker: see to it that the link owner lives. */
export const wakeContract = contract({ 'owner.wake': operation(Nothing, Nothing) }, v.never());
