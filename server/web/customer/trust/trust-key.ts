/** The key pair of this browser for Easy Connect. Its private half cannot be read, not even by this page. */
const DATABASE = 'remotehelp.trust';
const STORE = 'keys';
const ONLY = 'own';
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Browsers have the functions for it on https and localhost only. */
export const canKeepKeys = isSecureContext && typeof indexedDB !== 'undefined';

/** The public half in base64url, made and kept at the first call. Rejects where the browser stores nothing. */
export async function ownPublicKey(): Promise<string> {
  const pair = (await readPair()) ?? (await makePair());
  return toBase64Url(await crypto.subtle.exportKey('spki', pair.publicKey));
}

/** Signs a text; `undefined` when this browser has no key (any more). */
export async function signWithOwnKey(text: string): Promise<string | undefined> {
  const pair = await readPair();
  if (pair === undefined) return undefined;
  const bytes = new TextEncoder().encode(text);
  return toBase64Url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes));
}

async function makePair(): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  await inStore('readwrite', (store) => store.put(pair, ONLY));
  return pair;
}

async function readPair(): Promise<CryptoKeyPair | undefined> {
  const kept: unknown = await inStore('readonly', (store) => store.get(ONLY) as IDBRequest<unknown>);
  return isKeyPair(kept) ? kept : undefined;
}

function isKeyPair(kept: unknown): kept is CryptoKeyPair {
  if (typeof kept !== 'object' || kept === null || !('privateKey' in kept) || !('publicKey' in kept)) return false;
  return kept.privateKey instanceof CryptoKey && kept.publicKey instanceof CryptoKey;
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  try {
    return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser’s storage did not answer.'));
  });
}

function toBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
