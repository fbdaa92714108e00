/** Every sentence of the web panel about the button for the organisation's own web site. */
export const snippetTexts = {
  title: 'Help button',
  what: 'Button',
  whatHint: 'A button for your own web site that says whether somebody is there and opens the request page.',
  label: 'Words on it',
  labelUsual: 'Get help',
  corner: 'In the corner of the page',
  cornerHint: 'Else it stands where the code is put.',
  channels: 'Channels',
  channelsHint: 'The best of these is shown. None chosen: all of them.',
  code: 'Code',
  codeHint: 'Put it into the HTML of your site.',
  copy: 'Copy the code',
  rules:
    'It sets no cookie and keeps nothing. A site with a Content-Security-Policy lets it in with this address in script-src and connect-src:',
  try: 'How it looks',
  tryHint: 'The button itself, with the status of this moment.',
} as const;
