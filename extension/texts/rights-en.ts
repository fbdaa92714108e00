/** Why a tool cannot be used. Names that come in have been made safe to show already. */
export const rightTexts = {
  denied: {
    account: 'Not allowed for your account. Ask an administrator.',
    group: (name: string) => `Denied by the group ${name}. Ask an administrator.`,
    role: 'Denied for your role. Ask an administrator.',
    default: 'Not allowed unless an administrator allows it.',
  },
} as const;
