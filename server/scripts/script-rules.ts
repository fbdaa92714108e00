/** How the organisation's scripts may be changed. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import { scriptLimits } from '../../shared/contract/script.ts';
import type { ListedScript, Script, ScriptDraft, ScriptId } from '../../shared/contract/script.ts';

type Scripts = readonly Script[];

/** @throws AppError `already-exists` for a name that another one has, `not-allowed` when there are too many */
export function withScript(scripts: Scripts, fresh: Script): Script[] {
  if (scripts.length >= scriptLimits.scripts) {
    throw new AppError('not-allowed', { text: `There are ${scriptLimits.scripts} scripts already. Remove one first.` });
  }
  return settled([...scripts, fresh], fresh);
}

/** @throws AppError `not-found`, `already-exists`, and `already-taken` when it is not the revision any more that was changed */
export function withChangedScript(scripts: Scripts, id: ScriptId, revision: number, draft: ScriptDraft): Script[] {
  const before = scriptOf(scripts, id);
  if (before.revision !== revision) {
    throw new AppError('already-taken', {
      text: 'Somebody else has changed this script meanwhile. Reload, then change it again.',
    });
  }
  const changed: Script = { ...draft, id, revision: revision + 1 };
  return settled(
    scripts.map((script) => (script.id === id ? changed : script)),
    changed,
  );
}

/** @throws AppError `not-found` */
export function withoutScript(scripts: Scripts, id: ScriptId): Script[] {
  const gone = scriptOf(scripts, id);
  return scripts.filter((script) => script !== gone);
}

/** @throws AppError `not-found` */
export function scriptOf(scripts: Scripts, id: ScriptId): Script {
  const script = scripts.find((one) => one.id === id);
  if (script === undefined) throw new AppError('not-found', { text: 'This script is not there any more.' });
  return script;
}

/** For lists: without their texts, by group and name. */
export function listedScripts(scripts: Scripts): ListedScript[] {
  return scripts
    .map(({ text: _text, ...listed }) => listed)
    .toSorted((one, other) => one.group.localeCompare(other.group) || one.name.localeCompare(other.name));
}

function settled(scripts: Script[], touched: Script): Script[] {
  const isTwin = ({ id, name }: Script) => id !== touched.id && name.toLowerCase() === touched.name.toLowerCase();
  if (scripts.some(isTwin)) {
    throw new AppError('already-exists', { text: 'There is a script of this name. Choose another.' });
  }
  return scripts;
}
