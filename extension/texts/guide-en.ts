/** What a rep can tell a customer about the download, ready to be read and sent. */
import type { ConsentAsk } from '../../shared/contract/consent.ts';

const yes = ({ minutes }: ConsentAsk) => (minutes === null ? 'Yes, for this session' : `Yes, for ${minutes} minutes`);

export const guideTexts = {
  explain: 'Explain the download',
  download: (ask: ConsentAsk) =>
    [
      `1. On your page, press “${yes(ask)}”, then “Download the program”.`,
      '2. That press starts a download: one file, RemoteHelp. It comes from the page that you are on now, and from nowhere else.',
      '3. Open the file in your browser’s list of downloads. It asks you once more before anything is shown.',
      'It works for this session only, and removes itself afterwards.',
    ].join('\n'),
};
