/** Which browser this build is for, where words must differ because the browsers' own menus and keys do. */
export const thisBrowser: 'chrome' | 'firefox' = import.meta.env.FIREFOX ? 'firefox' : 'chrome';
