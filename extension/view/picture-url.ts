/** Where a rep's picture is to be had; `undefined` shows initials. */
export function pictureUrl(origin: string | undefined, path: string | null): string | undefined {
  return origin === undefined || path === null ? undefined : new URL(path, origin).href;
}
