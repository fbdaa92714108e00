/** What was done on the customer's computer by a tool, as the host writes it into the session log. */
import * as v from 'valibot';
import type { ToolScope } from './consent.ts';
import { line, optionalLine, paragraph } from './text.ts';

/** A path or name on the customer's computer, cut to what a log line can show. */
const Name = line(300);
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The categories in which a computer is described. */
export const SystemCategory = v.picklist([
  'system',
  'processor',
  'memory',
  'disks',
  'network',
  'displays',
  'software',
  'processes',
  'services',
  'logs',
]);
export type SystemCategory = v.InferOutput<typeof SystemCategory>;

/** What the host can do to its computer in one press. Which of them are offered depends on the system. */
export const SpecialAction = v.picklist([
  'lock',
  'log-out',
  'task-manager',
  'settings',
  'network-settings',
  'printer-settings',
  'updates',
  'terminal',
  'flush-names',
  'restart',
  'restart-safe-mode',
]);
export type SpecialAction = v.InferOutput<typeof SpecialAction>;

/** How something that was started came out. `stopped`: by a person, by its time limit, or because the consent ended. */
export const ToolOutcome = v.picklist(['done', 'failed', 'stopped']);
export type ToolOutcome = v.InferOutput<typeof ToolOutcome>;

/** `taken` went to the representative, `given` came from them. `name` is the whole path on the customer's computer. */
export const ToolUse = v.variant('did', [
  v.strictObject({ did: v.literal('file-taken'), name: Name, bytes: Bytes }),
  v.strictObject({ did: v.literal('file-given'), name: Name, bytes: Bytes }),
  v.strictObject({ did: v.literal('file-removed'), name: Name }),
  v.strictObject({ did: v.literal('file-renamed'), name: Name, to: Name }),
  v.strictObject({ did: v.literal('folder-made'), name: Name }),
  v.strictObject({
    did: v.literal('shell-opened'),
    name: line(60),
    /** What it shows is kept with the session. */
    isRecorded: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ did: v.literal('shell-closed'), name: line(60) }),
  v.strictObject({ did: v.literal('system-read'), categories: v.pipe(v.array(SystemCategory), v.maxLength(10)) }),
  v.strictObject({ did: v.literal('action-done'), action: SpecialAction, outcome: ToolOutcome }),
  v.strictObject({
    did: v.literal('script-run'),
    script: line(120),
    outcome: ToolOutcome,
    /** `null` where it did not end by itself. */
    exitCode: v.nullable(v.pipe(v.number(), v.integer())),
    /** The end of what it wrote. */
    output: paragraph(4000),
    problem: optionalLine(200),
  }),
]);
export type ToolUse = v.InferOutput<typeof ToolUse>;

/** Which consent each use needs. */
export const scopeOfUse: Readonly<Record<ToolUse['did'], ToolScope>> = {
  'file-taken': 'files',
  'file-given': 'files',
  'file-removed': 'files',
  'file-renamed': 'files',
  'folder-made': 'files',
  'shell-opened': 'shell',
  'shell-closed': 'shell',
  'system-read': 'system-information',
  'action-done': 'actions',
  'script-run': 'actions',
};
