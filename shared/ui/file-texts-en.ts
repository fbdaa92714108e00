/** What files in a chat say by themselves. */
export const fileTextsEn = {
  attach: 'Send a file',
  completed: 'Upload completed',
  waiting: 'Waiting',
  held: 'No connection. Goes on by itself.',
  /** `seconds` left; `null` while nobody can say. */
  sending: (percent: number, seconds: number | null) =>
    seconds === null ? `${percent} %` : `${percent} %, ${timeLeft(seconds)}`,
  stop: (name: string) => `Do not send ${name}`,
  putAway: (name: string) => `Put ${name} away`,
  open: (name: string) => `Download ${name}`,
  enlarge: (name: string) => `Show ${name} larger`,
  download: 'Download',
  drop: 'Drop to send',
  loading: 'The picture is being fetched',
  kinds: {
    picture: 'Picture',
    pdf: 'PDF',
    archive: 'Archive',
    document: 'Document',
    film: 'Film',
    sound: 'Sound',
    other: 'File',
  },
};

function timeLeft(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
