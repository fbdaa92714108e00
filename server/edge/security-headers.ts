import type { RequestHandler } from 'express';

/** Headers of every answer: what a page of this server may load, who may frame it, what it may use. */
export function securityHeaders(publicOrigin: string): RequestHandler {
  const sockets = publicOrigin.replace(/^http/, 'ws');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    // 'self' covers the sockets of the page's own address; the public one is named for browsers that read it narrowly.
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not `no-referrer`: with it browsers send `Origin: null` for a page's own forms, and the Origin check needs it.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(self), display-capture=(self), clipboard-read=(self), geolocation=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(mayPromiseTls(publicOrigin) ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}

/* It holds for every port of the name, so on `localhost` it would break whatever else a developer runs there. */
function mayPromiseTls(publicOrigin: string): boolean {
  const { protocol, hostname } = new URL(publicOrigin);
  return protocol === 'https:' && hostname !== 'localhost';
}
