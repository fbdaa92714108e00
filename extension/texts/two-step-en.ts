/** Two-step sign-in in the extension. */
import { twoStepTextsEn } from '../../shared/ui/two-step-texts-en.ts';

export const twoStepTexts = {
  ...twoStepTextsEn,
  settings: `${twoStepTextsEn.hint} Set it up, make new recovery codes or switch it off in your account.`,
  open: 'Open your account',
  beginAnew: 'This took too long. Begin again with your password.',
  code: { ...twoStepTextsEn.code, other: 'Begin again' },
} as const;
