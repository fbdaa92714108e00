/** A path with `~` at its beginning, as people write it for the folder of whoever is signed in. */
export function ownPath(path: string, home: string): string {
  return /^~(?=$|[\\/])/.test(path) ? `${home}${path.slice(1)}` : path;
}
