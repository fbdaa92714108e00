/** Makes a Windows program of Node's own one: our icon, our name and version, no console window, no strange libraries. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';

const GRAPHICAL_PROGRAM = 2;
/** Which directory of the program, which field of it, and `LOAD_LIBRARY_SEARCH_SYSTEM32`. */
const LOAD_CONFIG = 10;
const DEPENDENT_LOAD_FLAGS = 78;
const SEARCH_SYSTEM_ONLY = 0x800;
const ENGLISH = { lang: 1033, codepage: 1200 };
const iconSizes = [16, 32, 48, 128];

/**
 * Before anything is injected: the resources move. The publisher's signature of the runtime goes, since it would be
 * wrong from here on.
 * @param {string} executable changed in place
 * @param {object} about
 * @param {string} about.root the project's folder
 * @param {string} about.version of the project, such as 0.1.0
 * @param {string} about.organisation shown as the publisher; may be empty
 */
export function dressWindows(executable, { root, version, organisation }) {
  const program = NtExecutable.from(readFileSync(executable), { ignoreCert: true });
  const resources = NtExecutableResource.from(program);
  const icons = iconSizes.map((size) => pictureOf(join(root, 'extension/public/icon', `${size}.png`), size));
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, ENGLISH.lang, icons);
  nameIt(resources, version, organisation);
  resources.outputResource(program);
  program.newHeader.optionalHeader.subsystem = GRAPHICAL_PROGRAM;
  loadOnlyFromSystem(program);
  writeFileSync(executable, Buffer.from(program.generate()));
}

/**
 * The program is started from the folder of downloads, where any page may have put a file that is called like a library of
 * Windows; and libraries are looked for beside the program first. Not any more.
 * https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-image_load_config_directory64
 * @param {import('resedit').NtExecutable} program
 */
function loadOnlyFromSystem(program) {
  const section = program.getSectionByEntry(LOAD_CONFIG);
  const { virtualAddress } = program.newHeader.optionalHeaderDataDirectory.get(LOAD_CONFIG);
  if (!section?.data || virtualAddress === 0) throw new Error('The runtime for Windows has no place for how it loads.');
  const at = virtualAddress - section.info.virtualAddress + DEPENDENT_LOAD_FLAGS;
  new DataView(section.data).setUint16(at, SEARCH_SYSTEM_ONLY, true);
}

/**
 * Windows takes PNG pictures as icons.
 * @param {string} file
 * @param {number} size
 */
function pictureOf(file, size) {
  const bytes = readFileSync(file);
  const start = bytes.byteOffset;
  return Data.RawIconItem.from(bytes.buffer.slice(start, start + bytes.length), size, size, 32);
}

/**
 * @param {import('resedit').NtExecutableResource} resources
 * @param {string} version
 * @param {string} organisation
 */
function nameIt(resources, version, organisation) {
  const [info] = Resource.VersionInfo.fromEntries(resources.entries);
  if (!info) throw new Error('The runtime for Windows says no version. It is another file than the one we know.');
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  info.setFileVersion(major, minor, patch, 0, ENGLISH.lang);
  info.setProductVersion(major, minor, patch, 0, ENGLISH.lang);
  info.setStringValues(ENGLISH, {
    ProductName: 'RemoteHelp',
    FileDescription: organisation === '' ? 'RemoteHelp' : `RemoteHelp of ${organisation}`,
    CompanyName: organisation === '' ? 'RemoteHelp' : organisation,
    OriginalFilename: 'RemoteHelp.exe',
    InternalName: 'RemoteHelp',
    LegalCopyright: 'Apache-2.0',
  });
  info.outputToResourceEntries(resources.entries);
}
