/**
 * The origin of the server that a person typed: `help.example`, `https://help.example/admin` and `localhost:8080` all
 * count. Without a scheme it is `https`, on this computer itself `http`. `undefined` for what is no address.
 */
export function serverOrigin(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return undefined;
  const isTypedScheme = whole === text;
  return isTypedScheme || !isOwnComputer(url.hostname) ? url.origin : `http://${url.host}`;
}

/** Whether what is said to this origin can be read on the way: http, and not to this computer itself. */
export function isReadableOnTheWay(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !isOwnComputer(hostname);
}

function isOwnComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
