/** How a script is given to its interpreter. Pure. */
import type { Interpreter, Script } from '../../../shared/contract/script.ts';

export interface ScriptCommand {
  /** What the file with the script is called. */
  readonly file: string;
  /** What is in it: the script as it was written, in the form in which its interpreter reads files. */
  readonly content: string;
  readonly command: string;
  /** The words before the file's path. */
  readonly words: readonly string[];
}

const powershell = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'];
/** PowerShell takes a file for what the system's old character set is unless it begins so. */
const byteOrderMark = '\ufeff';

/** Nothing of the rep's becomes part of the file or of a command line: what was filled in comes in variables. */
export function scriptCommand({ interpreter, text }: Pick<Script, 'interpreter' | 'text'>): ScriptCommand {
  const lines = `${text}\n`;
  const windowsLines = lines.replaceAll('\n', '\r\n');
  const commands: Readonly<Record<Interpreter, ScriptCommand>> = {
    sh: { file: 'script.sh', content: lines, command: 'sh', words: [] },
    bash: { file: 'script.sh', content: lines, command: 'bash', words: [] },
    powershell: {
      file: 'script.ps1',
      content: byteOrderMark + windowsLines,
      command: 'powershell.exe',
      words: powershell,
    },
    cmd: { file: 'script.cmd', content: windowsLines, command: 'cmd.exe', words: ['/d', '/v:off', '/c'] },
  };
  return commands[interpreter];
}
