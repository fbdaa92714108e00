import assert from 'node:assert/strict';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';

const founder = { userId: 'maria', password: 'correct horse battery' };

describe('Set-up and the web panel', () => {
  let server: ServerProcess;
  let chromium: TestBrowser;
  let page: Page;
  /** Opened with the link before it was used up, as by somebody who found it. */
  let late: Page;
  let scriptsRan: string[];
  let repPassword: string;

  const open = async (path: string) => {
    const opened = await chromium.browser.newPage();
    await opened.goto(path.startsWith('http') ? path : `${server.origin}${path}`);
    return opened;
  };
  const signIn = async (on: Page, userId: string, password: string) => {
    await fill(on, 'User ID', userId);
    await fill(on, 'Password', password);
    await press(on, 'Sign in');
  };
  /** The row of the accounts table that holds `text`. */
  const rowOf = (text: string) =>
    page.$$eval(
      'tbody tr',
      (rows, wanted) => rows.map((row) => row.innerText.replaceAll(/\s+/g, ' ')).find((row) => row.includes(wanted)),
      text,
    );
  const createAccount = async (fullName: string, displayName: string, userId: string) => {
    await press(page, 'Accounts');
    await press(page, 'New account');
    await fill(page, 'Full name', fullName);
    await fill(page, 'Display name', displayName);
    await fill(page, 'User ID', userId);
    await press(page, 'Make one');
    await press(page, 'Create account');
    await seeText(page, /It is shown this once/);
    return textOf(page, '.admin-secret');
  };

  before(async () => {
    server = await startServerProcess();
    chromium = await startBrowser();
  });
  after(async () => {
    await chromium?.close();
    await server?.stop();
  });

  it('takes the token out of the address bar and says at each field what is missing', async () => {
    assert.ok(server.setUpLink);
    late = await open(server.setUpLink);
    page = await open(server.setUpLink);
    scriptsRan = [];
    await page.exposeFunction('tellTest', (what: string) => scriptsRan.push(what));
    await seeText(page, /Set up RemoteHelp/);
    assert.equal(page.url(), `${server.origin}/setup`);

    await fill(page, 'Full name', 'Maria Okafor');
    assert.equal(await valueOf(page, 'Display name'), 'Maria');
    await fill(page, 'Password', 'short');
    await press(page, 'Finish set-up');
    const faults = await page.$$eval('.rh-field-error', (all) => all.map((one) => one.textContent));
    assert.equal(faults.length, 3, String(faults));
    assert.match(faults.join(' '), /organisation is called.*2 to 64.*at least 10 characters/);
  });

  it('makes the first administrator by the printed link and leads to the first rep', async () => {
    await fill(page, 'Organisation', 'Fern Street Library');
    await fill(page, 'User ID', founder.userId);
    await fill(page, 'Password', founder.password);
    await press(page, 'Finish set-up');
    await seeText(page, /Make your first rep/);
    assert.equal(new URL(page.url()).pathname, '/admin/accounts/new');
    await seeText(page, /Maria Okafor Administrator/);
  });

  it('is no way in any more once it was used, neither by the link nor on a page opened before [H-12]', async () => {
    await late.bringToFront();
    await fill(late, 'Organisation', 'Somebody else');
    await fill(late, 'Full name', 'Eve Intruder');
    await fill(late, 'User ID', 'eve');
    await fill(late, 'Password', 'another long password');
    await press(late, 'Finish set-up');
    await seeText(late, /This set-up link does not work.*admin:reset/);

    const hash = new URL(server.setUpLink ?? '').hash;
    // Else the first of these would only be another place on the page that stands.
    await late.goto('about:blank');
    for (const path of ['/setup', '/setup/', '/SETUP', '//setup', '/setup%2f', '/setup;x', '/setup/..%2f']) {
      const answer = await late.goto(`${server.origin}${path}${hash}`);
      assert.equal(answer?.status(), 404, path);
      assert.equal(await late.$('input'), null, `${path} shows a form`);
    }
    await late.close();
    await page.bringToFront();
    await page.goto(`${server.origin}/admin/accounts`);
    await seeText(page, /Maria Okafor/, 'tbody');
    assert.equal((await page.$$('tbody tr')).length, 1);
  });

  it('lists a new rep with full name, the name for customers and the channel [S0-09] [S0-10] [S0-12]', async () => {
    repPassword = await createAccount('Ines Carvalho', 'Ines', 'ines');
    await press(page, 'Accounts');
    await seeText(page, /Ines Carvalho/);
    assert.match(
      (await rowOf('Ines Carvalho')) ?? '',
      /Ines Carvalho Customers read Ines ines Representative none General Active never/,
    );
  });

  it('shows a display name that is markup as the text it is [H-43]', async () => {
    const markup = '<img src=x onerror=tellTest(1)>';
    await createAccount('Max <b>Bold</b>', markup, 'max');
    await press(page, 'Accounts');
    await seeText(page, /Max <b>Bold<\/b>/);
    assert.ok((await rowOf('max'))?.includes(markup));
    await press(page, 'Max <b>Bold</b>');
    await seeText(page, /Who it is/);
    assert.equal(await valueOf(page, 'Display name'), markup);
    assert.equal(await page.$('img[src="x"]'), null);
    assert.deepEqual(scriptsRan, []);
  });

  it('keeps what was typed when the sign-in has run out, and goes on after the password', async () => {
    await fill(page, 'Full name', 'Max Brandt');
    await page.deleteCookie(...(await page.cookies()));
    await press(page, 'Save');
    await seeText(page, /What you typed is still here/);
    await page.keyboard.type(founder.password);
    await page.keyboard.press('Enter');
    await seeText(page, /Saved\./);
    await seeText(page, /Max Brandt/, 'h1');
  });

  it('shrinks a large picture before it is sent, and shows it beside the name', async () => {
    const input = await page.$('input[type="file"]');
    assert.ok(input);
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 1600;
      canvas.height = 1200;
      const context = canvas.getContext('2d');
      for (let line = 0; line < 1200; line += 1) {
        if (context !== null) context.fillStyle = `hsl(${line * 7} 80% ${line % 100}%)`;
        context?.fillRect(0, line, 1600, 1);
      }
      return new Promise<void>((done) =>
        canvas.toBlob((blob) => {
          const files = new DataTransfer();
          if (blob !== null) files.items.add(new File([blob], 'photo.png', { type: 'image/png' }));
          const field = document.querySelector<HTMLInputElement>('input[type="file"]');
          if (field !== null) field.files = files.files;
          field?.dispatchEvent(new Event('change', { bubbles: true }));
          done();
        }, 'image/png'),
      );
    });
    const picture = await page.waitForSelector('main .rh-avatar img');
    await page.waitForFunction((image) => (image as HTMLImageElement).complete, {}, picture);
    assert.deepEqual(await picture?.evaluate((image) => [image.naturalWidth, image.naturalHeight]), [256, 256]);
  });

  it('says what disabling does before it is done', async () => {
    await press(page, 'Disable account…');
    await seeText(page, /links of the extension and of this panel close at once/, 'dialog');
    await press(page, 'Disable account');
    await seeText(page, /This account cannot sign in/);
  });

  it('changes queue numbers of a channel and names the change until it is saved', async () => {
    await press(page, 'Channels');
    await press(page, 'General');
    await seeText(page, /What these numbers mean now/);
    await press(page, 'Available Queue #: One more');
    await seeText(page, /1 change not saved: Available Queue # as the organisation → 3/);
    await press(page, 'Save');
    await seeText(page, /Saved\./);
    await page.reload();
    await seeText(page, /No rep of this channel is logged in/);
    assert.equal(await valueOf(page, 'Available Queue #'), '3');
  });

  it('signs out, tells a wrong password in words, and signs in again', async () => {
    await press(page, 'Sign out');
    await seeText(page, /Fern Street Library.*Sign in/);
    await signIn(page, founder.userId, 'wrong password');
    await seeText(page, /User ID or password is not right/);
    await fill(page, 'Password', founder.password);
    await press(page, 'Sign in');
    await seeText(page, /General/, 'h1');
  });

  it('asks to be loaded anew when the server has become one of another version', async () => {
    const asBefore = (request: HTTPRequest) => {
      const headers = { ...request.headers(), [PROTOCOL_HEADER]: String(PROTOCOL_VERSION - 1) };
      void request.continue({ headers });
    };
    await page.setRequestInterception(true);
    page.on('request', asBefore);
    await press(page, 'Accounts');
    await seeText(page, /Load this page anew\? .*can read and save nothing more/, 'dialog');
    page.off('request', asBefore);
    await page.setRequestInterception(false);
    await press(page, 'Load the page anew');
    await seeText(page, /Ines Carvalho/, 'tbody');
    assert.equal(await page.$('dialog'), null);
  });

  it('lets a rep in by user ID, and only to what is the rep’s own [S0-07] [S0-08]', async () => {
    await press(page, 'Sign out');
    await seeText(page, /To the web panel/);
    await page.goto(`${server.origin}/admin`);
    await signIn(page, 'ines', repPassword);
    await seeText(page, /Your account/, 'h1');
    assert.equal(await valueOf(page, 'Full name'), 'Ines Carvalho');
    assert.equal(await page.$('a[href="/admin/accounts"]'), null);
    await page.goto(`${server.origin}/admin/accounts`);
    await seeText(page, /There is no page at this address/);
  });
});

async function valueOf(page: Page, label: string): Promise<string> {
  const field = await page.waitForSelector(`::-p-aria(${label})`, { timeout: 15_000 });
  return (await field?.evaluate((element) => (element as HTMLInputElement).value)) ?? '';
}
