/** The organisation's scripts. */
import { ScriptId } from '../../shared/contract/script.ts';
import type { ListedScript, Script, ScriptDraft } from '../../shared/contract/script.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';
import { newId } from '../secrets/random.ts';
import { listedScripts, scriptOf, withChangedScript, withScript, withoutScript } from './script-rules.ts';

/** Each change gives the list as it is then. Throws what the rules throw. */
export interface Scripts {
  list(): Promise<ListedScript[]>;
  read(id: ScriptId): Promise<Script>;
  add(draft: ScriptDraft): Promise<ListedScript[]>;
  change(id: ScriptId, revision: number, draft: ScriptDraft): Promise<ListedScript[]>;
  remove(id: ScriptId): Promise<ListedScript[]>;
}

const ONLY = 'scripts';

export function createScripts(lists: RevisedLists<Script>): Scripts {
  const changed = async (rule: (scripts: readonly Script[]) => Script[]) =>
    listedScripts(await lists.change(ONLY, rule));
  return {
    list: async () => listedScripts(await lists.read(ONLY)),
    read: async (id) => scriptOf(await lists.read(ONLY), id),
    add(draft) {
      const fresh: Script = { ...draft, id: newId(ScriptId), revision: 1 };
      return changed((scripts) => withScript(scripts, fresh));
    },
    change: (id, revision, draft) => changed((scripts) => withChangedScript(scripts, id, revision, draft)),
    remove: (id) => changed((scripts) => withoutScript(scripts, id)),
  };
}
