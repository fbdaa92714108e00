/**
 * The button for an organisation's own web site: `<script async src="https://help.example/help.js"></script>`. Shows whether
 * somebody is there, and opens the request page in a new tab. It stands in a shadow tree of its own, so that neither page
 * nor button changes the other; it sets no cookie, keeps nothing, and asks only for what everybody may know.
 */
type Status = 'available' | 'busy' | 'reservation-only' | 'offline';
type Answer = { channels: { id: string; status: Status }[]; colours: Record<'light' | 'dark', string[]> | null };

const EVERY_MS = 20_000;
/** The best of the channels is what one reads. */
const order: readonly Status[] = ['available', 'busy', 'reservation-only', 'offline'];
const words: Record<Status, string> = {
  available: 'Somebody is free now',
  busy: 'You may have to wait',
  'reservation-only': 'We can call you back',
  offline: 'Nobody is there now',
};
const usual = { light: ['#0b5f78', '#ffffff'], dark: ['#66bcd2', '#04232c'] };

const script = document.currentScript as HTMLScriptElement | null;
if (script !== null) begin(script);

function begin({ src, dataset, parentNode, nextSibling }: HTMLScriptElement): void {
  const { origin } = new URL(src);
  const wanted = (dataset['channels'] ?? '').split(/[\s,]+/).filter((id) => /^[A-Za-z0-9_-]{22}$/.test(id));
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const link = document.createElement('a');
  const title = document.createElement('b');
  const status = document.createElement('span');
  link.href = `${origin}/`;
  link.target = '_blank';
  link.rel = 'noopener';
  title.textContent = dataset['label'] || 'Get help';
  link.append(title, status);
  root.append(link);
  root.adoptedStyleSheets = [styleOf(dataset['place'] === 'corner', usual)];
  if (dataset['place'] === 'corner') document.body.append(host);
  else parentNode?.insertBefore(host, nextSibling);

  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      const answer = await fetch(`${origin}/help-status.json`, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      const { channels, colours } = (await answer.json()) as Answer;
      const shown = channels.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
      const best = order.find((one) => shown.some((channel) => channel.status === one)) ?? 'offline';
      link.dataset['status'] = best;
      status.textContent = words[best];
      root.adoptedStyleSheets = [styleOf(dataset['place'] === 'corner', colours ?? usual)];
    } catch {
      // No answer: the button still leads to the page, which says what is so.
      delete link.dataset['status'];
      status.textContent = '';
    }
  };
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), EVERY_MS);
  void look();
}

/** A style sheet made by a script is let in where a page's own rules forbid styles in the text. */
function styleOf(isInCorner: boolean, { light, dark }: Record<'light' | 'dark', string[]>): CSSStyleSheet {
  const colours = ([ground, text]: string[]) => `a{background:${colour(ground)};color:${colour(text)}}`;
  const sheet = new CSSStyleSheet();
  // The shapes are for the eye alone: `/ ''` keeps them from being read aloud beside the words.
  sheet.replaceSync(
    `:host{${isInCorner ? 'position:fixed;inset:auto 16px 16px auto;z-index:2147483000' : 'display:inline-block'}}` +
      'a{display:inline-grid;padding:10px 16px;border-radius:8px;font:1rem/1.4 system-ui,sans-serif;text-decoration:none}' +
      'a:focus-visible{outline:2px solid currentColor;outline-offset:-4px}span{font-size:.875em}span:empty{display:none}' +
      `span::before{content:'○ ' / ''}a[data-status=available] span::before{content:'● ' / ''}a[data-status=busy] span::before{content:'◐ ' / ''}` +
      `${colours(light)}@media (prefers-color-scheme:dark){${colours(dark)}}`,
  );
  return sheet;
}

/** Whatever answers, only colours get into the style. */
function colour(value: string | undefined): string {
  return value !== undefined && /^#[0-9a-f]{6}$/.test(value) ? value : 'inherit';
}
