import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { Rights } from '../rights/right-service.ts';
import { adminScriptHandlers, repScriptHandlers } from './script-handlers.ts';
import { scriptModel } from './script-model.ts';
import { createScripts } from './script-service.ts';

type ScriptNeeds = Pick<FeatureNeeds, 'connection'> & { readonly rights: Pick<Rights, 'require'> };

/** The organisation's scripts, and what administrators and reps ask of them. */
export function openScripts({ connection, rights }: ScriptNeeds) {
  const scripts = createScripts(scriptModel(connection));
  return {
    scripts,
    adminHandlers: adminScriptHandlers(scripts),
    repHandlers: repScriptHandlers(scripts, rights),
  };
}
