/** What is left in a field after `sent` was taken from it: what was typed behind it meanwhile, or all of it when it is another text by now. Pure. */
export function withoutSent(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
