/** Something of a page, for a customer. */
export type Given =
  | { readonly is: 'address'; readonly address: string }
  | { readonly is: 'picture'; readonly address: string; readonly file: File }
  /** A picture that could not be fetched. */
  | { readonly is: 'address-only'; readonly address: string };
