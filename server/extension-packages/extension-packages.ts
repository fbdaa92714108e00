/** Packs the built extension for each browser, bound to this server, when somebody first asks for it. */
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import type { ExtensionPackages } from '../../shared/contract/extension-packages.ts';
import { boundManifest, readManifest } from './bound-manifest.ts';
import type { PackageKind } from './bound-manifest.ts';
import { crxFile, extensionIdOf } from './crx-file.ts';
import { isSignedByMozilla } from './mozilla-signature.ts';
import type { SigningKey } from './signing-key.ts';
import { zipArchive } from './zip-archive.ts';

const MANIFEST = 'manifest.json';
/** Where an administrator lays what Mozilla has signed, in the data folder. */
const SIGNED_FOR_FIREFOX = 'remotehelp-firefox.xpi';
const NotThere = v.object({ code: v.literal('ENOENT') });

export interface Packages {
  about(): Promise<ExtensionPackages>;
  /** The whole file. Rejects with `not-found` when the extension is not built. */
  file(kind: PackageKind): Promise<Buffer>;
}

export interface PackageNeeds {
  /** Absolute paths of the built extensions. */
  readonly folders: { readonly extension: string; readonly firefoxExtension: string };
  readonly dataFolder: string;
  readonly origin: () => string;
  readonly signingKey: SigningKey;
  readonly storeId: string | undefined;
}

export function createPackages(needs: PackageNeeds): Packages {
  const { folders, dataFolder, origin, signingKey, storeId } = needs;
  const packed = new Map<PackageKind, Promise<Buffer>>();

  async function pack(kind: PackageKind): Promise<Buffer> {
    const folder = kind === 'firefox' ? folders.firefoxExtension : folders.extension;
    const key = await signingKey.get();
    const archive = zipArchive(await filesOf(folder, kind, origin(), firefoxIdOf(extensionIdOf(key))));
    return kind === 'signed' ? crxFile(archive, key) : archive;
  }

  function packedOnce(kind: PackageKind): Promise<Buffer> {
    const known = packed.get(kind);
    if (known !== undefined) return known;
    const making = pack(kind);
    packed.set(kind, making);
    // What failed, such as for a full disk, is tried anew by the next who asks.
    making.catch(() => packed.delete(kind));
    return making;
  }

  /** What an administrator had signed for this server; read each time, because it is laid there while the server runs. */
  async function signedForFirefox(): Promise<Buffer | undefined> {
    const file = await unlessMissing(readFile(join(dataFolder, SIGNED_FOR_FIREFOX)));
    return file !== undefined && isSignedByMozilla(file) ? file : undefined;
  }

  return {
    async about() {
      const { version } = readManifest(await builtFile(folders.extension, MANIFEST));
      const signedId = extensionIdOf(await signingKey.get());
      const isSigned = (await signedForFirefox()) !== undefined;
      return {
        version,
        origin: origin(),
        signedId,
        storeId: storeId ?? null,
        firefox: { id: firefoxIdOf(signedId), isSigned },
      };
    },
    async file(kind) {
      return (kind === 'firefox' ? await signedForFirefox() : undefined) ?? packedOnce(kind);
    },
  };
}

/** Another one for each server, and the same for ever: it follows from the server's key. */
function firefoxIdOf(signedId: string): string {
  return `${signedId}@remotehelp.example`;
}

async function filesOf(folder: string, kind: PackageKind, origin: string, firefoxId: string) {
  const manifest = boundManifest(readManifest(await builtFile(folder, MANIFEST)), kind, origin, firefoxId);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== MANIFEST)
    .toSorted();
  const rest = await Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
  return [{ name: MANIFEST, content: Buffer.from(JSON.stringify(manifest, null, 2)) }, ...rest];
}

async function builtFile(folder: string, name: string): Promise<string> {
  const text = await unlessMissing(readFile(join(folder, name), 'utf8'));
  if (text === undefined) throw new AppError('not-found');
  return text;
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (v.is(NotThere, error)) return undefined;
    throw error;
  }
}
