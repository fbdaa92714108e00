/** Certificates in PEM files, and who issued whom. */
import { X509Certificate } from 'node:crypto';

const pem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** All certificates of a PEM text, in their order. Throws when one is damaged. */
export function certificatesIn(text: string): X509Certificate[] {
  return [...text.matchAll(pem)].map(([block]) => new X509Certificate(block));
}

/**
 * Whether the first certificate can be followed, by way of the others, to one of the authorities. Only names and
 * signatures are looked at; whoever connects looks at the rest.
 */
export function leadsTo(chain: readonly X509Certificate[], authorities: readonly X509Certificate[]): boolean {
  let [current] = chain;
  // As many steps as there are certificates: two that issued each other must not keep us here.
  for (let step = 0; current !== undefined && step < chain.length; step += 1) {
    const last: X509Certificate = current;
    const isThere = authorities.some(
      (authority) => authority.fingerprint256 === last.fingerprint256 || isIssuedBy(last, authority),
    );
    if (isThere) return true;
    current = chain.find((other) => other !== last && isIssuedBy(last, other));
  }
  return false;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
