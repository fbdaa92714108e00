import { createClient } from '../../../shared/contract/contract.ts';
import { startOwnerHere } from '../../link-owner/start-owner-here.ts';
import { carrierTo } from '../../platform/messages.ts';
import { workerContract } from '../../port/worker-contract.ts';

startOwnerHere(createClient(workerContract, carrierTo('worker')));
