/** A process with a shell in which something runs. Says their numbers, and waits to be killed. */
import { aComputer, aViewer, size } from './a-shell.ts';

const { shells } = aComputer();
const viewer = aViewer(shells);
await viewer.client.call('shell.come', {});
const { shell } = await viewer.client.call('shell.open', { name: 'Shell 1', size });
viewer.type(shell, 'echo $$; sleep 1000 & echo $!; wait\r');
const [, leader] = await viewer.see(shell, /^(\d+)\r/m);
const [, sleeper] = await viewer.see(shell, /^\d+\r[^]*^(\d+)\r/m);
console.log(`${leader} ${sleeper}`);
setInterval(() => undefined, 1000);
