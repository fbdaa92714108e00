/** The place of Mozilla's signature in an archive. Firefox judges whether it is a true one; this only tells files apart. */
const SIGNATURE_PLACES = ['META-INF/mozilla.rsa', 'META-INF/cose.sig'];

/** Whether the archive carries a signature of Mozilla's, by the names in it. */
export function isSignedByMozilla(archive: Uint8Array): boolean {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  return SIGNATURE_PLACES.some((place) => bytes.includes(place));
}
