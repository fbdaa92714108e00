/** The host's tool Files in a process of its own, which can be killed; it speaks over the channel to its parent. */
import { openFiles } from '../../../customer-host/tools/files/open-files.ts';
import { openHalfLedger } from '../../../customer-host/tools/files/half-ledger.ts';

const [ledger = ''] = process.argv.slice(2);
const tool = openFiles(openHalfLedger([ledger]));
const running = tool({
  send: (message) => process.send?.(typeof message === 'string' ? message : message.slice()),
  backlogBytes: () => 0,
  report: () => undefined,
  mayUse: () => true,
});
process.on('message', (message: unknown) => {
  if (typeof message === 'string') running.take(message);
  else if (message instanceof Uint8Array) running.take(new Uint8Array(message).buffer);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
