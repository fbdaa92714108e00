/** The organisation's scripts: how administrators keep them, and what reps and hosts are told of them. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { ListedScript, Script, ScriptDraft, ScriptId, ScriptRevision } from './script.ts';

/** In the order of their groups and names. */
const scripts = v.strictObject({ scripts: v.array(ListedScript) });
const one = v.strictObject({ script: Script });

export const adminScriptOperations = {
  'scripts.list': operation(Nothing, scripts),
  'scripts.read': operation(v.strictObject({ id: ScriptId }), one),
  'scripts.add': operation(v.strictObject({ item: ScriptDraft }), scripts),
  /** Refused when somebody else has changed it since `revision`. */
  'scripts.change': operation(v.strictObject({ id: ScriptId, revision: ScriptRevision, item: ScriptDraft }), scripts),
  'scripts.remove': operation(v.strictObject({ id: ScriptId }), scripts),
};

/** For reps who may use actions. */
export const repScriptOperations = {
  'scripts.list': operation(Nothing, scripts),
  /** With its text: a rep reads what will run. */
  'scripts.read': operation(v.strictObject({ id: ScriptId }), one),
};

/** What a host runs comes by its own link: a viewer only names it. */
export const hostScriptOperations = {
  'script.get': operation(v.strictObject({ session: SessionId, id: ScriptId, revision: ScriptRevision }), one),
};
