/** Asks for a rep's history from its newest session on. */
export const allHistory = { text: '', from: null, to: null, after: null } as const;
