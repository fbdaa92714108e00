/** Tells a server that cannot prove who it is from one that does not answer. */
import { AppError } from '../contract/errors.ts';

/** What Node's TLS says of certificates that it does not accept: OpenSSL's verification results, and a name that differs. */
const refusals =
  /^(?:ERR_TLS_CERT_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH|ERROR_IN_CERT_)/;

/** However deep libraries have wrapped it. */
const mostWrappings = 6;

/** `untrusted-server` when somewhere in this failure a certificate was refused. Browsers never say, so it is none there. */
export function untrustedServer(failure: unknown): AppError | undefined {
  let inner = failure;
  for (let depth = 0; depth < mostWrappings && typeof inner === 'object' && inner !== null; depth += 1) {
    if ('code' in inner && typeof inner.code === 'string' && refusals.test(inner.code)) {
      return new AppError('untrusted-server', { cause: failure });
    }
    inner = next(inner);
  }
  return undefined;
}

/** Engine.IO keeps the socket's event in `description`, `ws` the error in that event's `error`. */
function next(wrapping: object): unknown {
  for (const name of ['cause', 'description', 'error']) {
    const value: unknown = Reflect.get(wrapping, name);
    if (typeof value === 'object' && value !== null) return value;
  }
  return undefined;
}
