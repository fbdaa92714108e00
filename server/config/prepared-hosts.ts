/** Which customer hosts a server prepares, as it stands in `PREPARE_HOST`. */
import * as v from 'valibot';
import { HostSystem } from '../../shared/contract/host-system.ts';

/** Those that can serve a session, the quickest to prepare first. */
const all: HostSystem[] = ['linux-x64', 'windows-x64'];

export const PreparedHosts = v.pipe(
  v.string(),
  v.transform((text) => (text === 'yes' ? all : text === 'no' ? [] : text.split(',').map((name) => name.trim()))),
  v.array(v.picklist(HostSystem.options, `must be yes, no, or some of ${HostSystem.options.join(', ')}`)),
);
