/** Addresses of web pages, as they are kept, suggested and opened. */
import * as v from 'valibot';

/** An address that a browser opens. */
export const WebAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(1000),
  // A host, and no name or password before it: those only dress an address up as another one.
  v.regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i, 'must be an address that begins with https:// or http://'),
);

/**
 * An address that a customer is asked to open: what they read must be all that there is, so nothing in it is invisible
 * or turns the reading order around.
 */
export const SuggestedAddress = v.pipe(
  WebAddress,
  v.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\\]+$/u, 'must hold nothing that cannot be seen'),
);
