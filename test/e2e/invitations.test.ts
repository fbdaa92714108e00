/** Invitations, help desks and the guide by mail, on real pages, a real panel and a real mail server. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { AppError } from '../../shared/contract/errors.ts';
import { startMailBox } from '../support/mail-box.ts';
import type { MailBox } from '../support/mail-box.ts';
import { createRep, repOnline } from '../support/people.ts';
import type { RepLink } from '../support/people.ts';
import { fill, press, seeText, startBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import type { TestBrowser } from './support/browser.ts';
import { startStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

describe('Invitations', () => {
  let box: MailBox;
  let stage: Stage;
  let ben: RepLink;
  let visitors: TestBrowser;
  let marta: Page;

  before(async () => {
    box = await startMailBox();
    stage = await startStage();
    const { administrator, server } = stage;
    const mail = { host: '127.0.0.1', port: box.port, security: 'plain', user: '', password: null } as const;
    await administrator.panel.call('mail.update', { ...mail, from: 'help@fern.example' });
    ben = await repOnline(server, await createRep(administrator, { displayName: 'Ben Adeyemi' }));
    visitors = await startBrowser();
    marta = await visitors.browser.newPage();
  });
  after(async () => {
    ben.close();
    await visitors.close();
    await stage.stop();
    await box.stop();
  });

  const endInPanel = async () => {
    await press(stage.panel, 'End');
    await press(stage.panel, 'End session');
    await seeText(stage.panel, /Next time without a code|Length|Seen/);
    await press(stage.panel, 'Put away');
  };

  it('bring a customer in by a guide that the rep sends by mail [S0-68]', async () => {
    const { panel, server } = stage;
    await fill(panel, 'Customer', 'Marta');
    await press(panel, 'Start Session');
    await press(panel, 'Send by e-mail');
    await fill(panel, 'The customer’s e-mail address', 'marta@example.com');
    await press(panel, 'Send');
    await seeText(panel, /Sent to marta@example\.com/);
    const mail = await box.mail(({ to }) => to.includes('marta@example.com'));
    const [, page = '', code = ''] = /(http\S+\/connect)[\s\S]*?code:\s+(\d{3} \d{3})/.exec(mail.text) ?? [];
    assert.equal(page, `${server.origin}/connect`);
    await marta.goto(page);
    await fill(marta, 'Your name', 'Marta');
    await fill(marta, 'Code', code);
    await press(marta, 'Connect');
    await seeText(marta, /Ana/);
    await seeText(panel, /Marta/);
    await endInPanel();
    await seeText(marta, /The session has ended/);
    await press(marta, 'Ask for help again');
  });

  it('go by mail to several people, of whom the first helps, the next is held off, and follows when the first has left [S4-04] [S4-18] [S4-19]', async () => {
    await press(marta, 'Ask somebody you know');
    await fill(marta, 'Your name', 'Marta Vogel');
    await fill(marta, 'E-mail addresses', 'ana@fern.example, ben@fern.example');
    await press(marta, 'Make the invitation');
    await seeText(marta, /Your invitation is out.*ana@fern\.example.*Sent.*ben@fern\.example/s);
    const toAna = await box.mail(({ to }) => to.includes('ana@fern.example'));
    const toBen = await box.mail(({ to }) => to.includes('ben@fern.example'));
    const linkIn = (text: string) => /http\S+\/help#\S+/.exec(text)?.[0] ?? '';

    const { session } = await ben.call('invitations.open', { secret: linkIn(toBen.text) });
    await seeText(marta, /Ben/);

    const { panel } = stage;
    await press(panel, 'Requests');
    await fill(panel, 'Link or code of an invitation', linkIn(toAna.text));
    await press(panel, 'Open an invitation');
    await seeText(panel, /Ben Adeyemi is helping Marta Vogel already/);

    await ben.call('sessions.end', { session: session.id });
    await seeText(marta, /Your invitation still holds/);
    await press(panel, 'Open an invitation');
    await seeText(panel, /Marta Vogel/);
    await seeText(marta, /Ana/);
    await endAsCustomer(marta);
    await seeText(marta, /The session has ended/);
    await seeText(panel, /Next time without a code/);
    await press(panel, 'Put away');
    await press(marta, 'Ask for help again');
    const late = await ben.call('invitations.open', { secret: linkIn(toBen.text) }).catch((error: unknown) => error);
    assert.ok(late instanceof AppError && late.code === 'not-found');
  });

  it('are a text with link and code for any messenger, and the link’s page says how to connect [S4-08] [S4-16]', async () => {
    await press(marta, 'Ask somebody you know');
    await fill(marta, 'Your name', 'Marta Vogel');
    await press(marta, 'Make the invitation');
    const seen = await seeText(marta, /asks you for help with a computer\. Open http\S+ or type the code/);
    const [, link = '', code = ''] = /Open (http\S+) or type the code (\S+)/.exec(seen) ?? [];
    // One thing to wait with: whoever comes to the page again sees the invitation, not the form.
    await marta.goto(stage.server.origin);
    await seeText(marta, /Your invitation is out/);

    const friend = await startBrowser();
    const page = await friend.browser.newPage();
    await page.goto(link);
    await seeText(page, /Marta asks you for help/);
    await seeText(page, new RegExp(code));
    assert.equal(page.url(), `${stage.server.origin}/help`);
    await press(stage.panel, 'Requests');
    await fill(stage.panel, 'Link or code of an invitation', code.toUpperCase());
    await press(stage.panel, 'Open an invitation');
    await seeText(stage.panel, /Marta Vogel/);
    await seeText(page, /Ana is helping Marta already/);
    await friend.close();
    await endInPanel();
    await seeText(marta, /Your invitation still holds/);
    await press(marta, 'Show it');
    await seeText(marta, /Ana has left/);
    await press(marta, 'Close the invitation');
    await seeText(marta, /Get help with your computer/);
  });

  it('sent to a channel’s help desk can be opened by any rep of the channel from the panel [S4-05]', async () => {
    const { administrator, panel } = stage;
    const [channel] = (await administrator.panel.call('channels.list', {})).channels;
    assert.ok(channel);
    const desks = [{ channel: channel.id, address: 'desk@fern.example' }];
    await administrator.panel.call('helpDesks.update', { desks, domains: null });
    await marta.reload();
    await press(marta, 'Ask somebody you know');
    await fill(marta, 'Your name', 'Marta Vogel');
    await fill(marta, 'What it is about', 'Nothing prints');
    await marta.locator('::-p-text(desk@fern.example)').click();
    await press(marta, 'Make the invitation');
    await box.mail(({ to, text }) => to.includes('desk@fern.example') && text.includes('Nothing prints'));
    await press(panel, 'Requests');
    await seeText(panel, /Invitations.*Marta Vogel.*Nothing prints/s);
    await press(panel, 'Connect to Marta Vogel');
    await seeText(marta, /Ana/);
    await endAsCustomer(marta);
    await seeText(panel, /Next time without a code/);
  });
});
