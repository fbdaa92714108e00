/** Keeps what this program has open (its connections, its display) from the programs that it starts. Linux only. */
import { readdirSync } from 'node:fs';
import { fcntl, setCloseOnExec } from './libc.ts';

/** Everything but input, output and errors. To be called directly before a program is started; libraries open what they like at any time. */
export function keepDescriptors(): void {
  for (const descriptor of readdirSync('/proc/self/fd').map(Number)) {
    if (descriptor > 2) fcntl(descriptor, setCloseOnExec.command, setCloseOnExec.value);
  }
}
