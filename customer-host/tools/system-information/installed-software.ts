/** The programs that are installed, as the system's own packages tell. */
type Run = (
  command: string,
  args: string[],
  options: { timeout: number; maxBuffer: number },
) => Promise<{ stdout: string }>;

const bounds = { timeout: 20_000, maxBuffer: 16_000_000 };

/** Name, version and maker of each, by name; `undefined` where nothing lists them. */
export async function installedSoftware(run: Run): Promise<string[][] | undefined> {
  const rows = new Map<string, string[]>();
  for (const [command, args, read] of listings()) {
    try {
      const { stdout } = await run(command, args, bounds);
      for (const row of read(stdout)) rows.set(row.join('\n'), row);
    } catch {
      // This system has no such command or list: another one may be there.
    }
  }
  const byName = ([one = '']: string[], [other = '']: string[]) => one.localeCompare(other);
  return rows.size === 0 ? undefined : [...rows.values()].toSorted(byName);
}

type Listing = readonly [command: string, args: string[], read: (output: string) => string[][]];

function listings(): readonly Listing[] {
  const uninstall = String.raw`\Microsoft\Windows\CurrentVersion\Uninstall`;
  const all = (key: string): Listing => ['reg', ['query', `${key}${uninstall}`, '/s'], fromRegistry];
  switch (process.platform) {
    case 'win32':
      return [
        all(String.raw`HKLM\Software`),
        all(String.raw`HKLM\Software\WOW6432Node`),
        all(String.raw`HKCU\Software`),
      ];
    case 'darwin':
      return [['system_profiler', ['SPApplicationsDataType', '-json', '-detailLevel', 'mini'], fromProfiler]];
    default:
      return [
        ['dpkg-query', ['-W', '-f', '${Package}\t${Version}\t${Maintainer}\n'], fromTabs],
        ['rpm', ['-qa', '--qf', '%{NAME}\t%{VERSION}\t%{VENDOR}\n'], fromTabs],
        ['pacman', ['-Q'], (output) => fromTabs(output.replaceAll(' ', '\t'))],
      ];
  }
}

function fromTabs(output: string): string[][] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', version = '', maker = ''] = line.split('\t');
      return [name, version, maker.replace(/\s*<.*/u, '')];
    });
}

/** Blocks of lines such as `    DisplayName    REG_SZ    Paint`. */
export function fromRegistry(output: string): string[][] {
  return output.split(/\r?\n(?=HKEY_)/u).flatMap((block) => {
    const value = (name: string) =>
      new RegExp(String.raw`^\s+${name}\s+REG_\w+\s+(.*?)\s*$`, 'mu').exec(block)?.[1] ?? '';
    const name = value('DisplayName');
    return name === '' ? [] : [[name, value('DisplayVersion'), value('Publisher')]];
  });
}

function fromProfiler(output: string): string[][] {
  const told: unknown = JSON.parse(output);
  const list: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, 'SPApplicationsDataType') : [];
  if (!Array.isArray(list)) return [];
  const text = (of: object, key: string) => {
    const found: unknown = Reflect.get(of, key);
    return typeof found === 'string' ? found : '';
  };
  return list
    .filter((one: unknown): one is object => typeof one === 'object' && one !== null)
    .map((one) => [text(one, '_name'), text(one, 'version'), text(one, 'obtained_from')]);
}
