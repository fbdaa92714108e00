import { join } from 'node:path';
import type { ReturnPlaces } from './come-back.ts';

/** As the desktop's standards say where they are. */
export function returnPlaces(variables: Readonly<Record<string, string | undefined>>, home: string): ReturnPlaces {
  const folder = (name: string, own: string) => {
    const named = variables[name];
    return named !== undefined && named.startsWith('/') ? named : join(home, own);
  };
  return {
    cache: join(folder('XDG_CACHE_HOME', '.cache'), 'remotehelp'),
    autostart: join(folder('XDG_CONFIG_HOME', '.config'), 'autostart'),
  };
}
