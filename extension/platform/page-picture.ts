/** A picture of the page on which a rep has clicked: fetched by that page, as it shows it. */
import browser from 'webextension-polyfill';
import * as v from 'valibot';
import type { PicturePlace } from '../port/asked.ts';

/** What comes from the page, which may say anything. */
const Fetched = v.pipe(v.string(), v.regex(/^data:image\/[a-z0-9.+-]{1,40};base64,[a-z0-9+/]+=*$/i));

/** Larger ones are given by their address, in bytes. */
const mostBytes = 20_000_000;

/**
 * Resolves to `undefined` where the page is gone, or does not get at the picture's content itself: that of another site
 * which does not give it to everybody.
 */
export async function pictureOnPage({ tab, frame }: PicturePlace, address: string): Promise<Blob | undefined> {
  const results = await browser.scripting
    .executeScript({ target: { tabId: tab, frameIds: [frame] }, func: fetchInPage, args: [address, mostBytes] })
    // The tab is closed, shows another page by now, or is one that no extension may enter.
    .catch(() => []);
  const fetched = v.safeParse(Fetched, results[0]?.result);
  if (!fetched.success) return undefined;
  const [head = '', content = ''] = fetched.output.split(',');
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.slice('data:'.length, head.indexOf(';')) });
}

/* Runs in the page, so it uses nothing from around it. */
async function fetchInPage(address: string, most: number): Promise<string> {
  try {
    // As it is shown: what the browser has already is not fetched again.
    const answer = await fetch(address, { cache: 'force-cache' });
    const content = await answer.blob();
    if (!answer.ok || content.size === 0 || content.size > most || !content.type.startsWith('image/')) return '';
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
      reader.addEventListener('error', () => resolve(''));
      reader.readAsDataURL(content);
    });
  } catch {
    // Another site's, which does not give it to this page.
    return '';
  }
}
