/** What opens within a session, for those who cannot see, cannot hear, have no mouse, or enlarge everything. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { createRep, repOnline } from '../support/people.ts';
import type { RepLink } from '../support/people.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { fill, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
import { pressByKeys } from './support/by-keys.ts';
import { allowsAll, fakeDevices } from './support/calls.ts';
import { drag } from './support/paper.ts';
import { startRep } from './support/rep.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('Whoever works by keys, by ear or with everything enlarged, in a session', function () {
  this.timeout(180_000);
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  let page: Page;
  let ben: RepLink;
  let files: string;
  const problems: string[] = [];

  before(async function () {
    this.timeout(240_000);
    files = mkdtempSync(join(tmpdir(), 'rh-accessible-'));
    const args = [...fakeDevices, allowsAll];
    stage = await startStage({ repAtWork: () => startRep({ args }) });
    panel = stage.panel;
    await stage.administrator.panel.call('surveys.update', {
      setting: { asksCustomer: true, question: 'Did we help you?', asksRep: true },
    });
    ben = await repOnline(stage.server, await createRep(stage.administrator, { displayName: 'Ben Adeyemi' }));
    customers = await startBrowser({ args });
    page = (await customers.browser.pages())[0] ?? (await customers.browser.newPage());
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await pressByKeys(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });
  after(async function () {
    this.timeout(60_000);
    ben?.close();
    await customers?.close();
    await stage?.stop();
    rmSync(files, { recursive: true, force: true });
  });
  beforeEach(() => problems.splice(0));

  const none = () => assert.deepEqual(problems, [], `\n${problems.join('\n')}`);
  const lookAtPage = async (name: string) => {
    problems.push(...(await accessibilityProblems(page, name, { narrow: true, largeText: true, byTab: true })));
  };
  const look = async (name: string, at = panel) => {
    problems.push(...(await accessibilityProblems(at, name, { narrow: at === panel, byTab: true })));
  };
  /** What a person does in the system's dialog, which no test can reach. */
  const give = async (of: Page, name: string, content: Buffer) => {
    writeFileSync(join(files, name), content);
    const input = await of.waitForSelector('input[type=file]');
    await input?.uploadFile(join(files, name));
  };

  it('can give and take files, and read why one is not taken [B-31]', async () => {
    const picture = new PNG({ width: 60, height: 40 });
    picture.data.fill(120);
    await give(page, 'A test page of the printer on the second floor.pdf', Buffer.from('%PDF-1.4'));
    await give(page, 'lamp.png', PNG.sync.write(picture));
    await seeText(page, /lamp\.png Upload completed/);
    await give(page, 'setup.exe', Buffer.from('x'));
    await seeText(page, /Programs cannot be sent here/);
    await give(panel, 'answer.txt', Buffer.from('Green is good.'));
    await seeText(page, /answer\.txt/);
    await lookAtPage('files in the chat');
    await pressByKeys(page, 'Put setup.exe away');
    await give(panel, 'setup.exe', Buffer.from('x'));
    await seeText(panel, /Programs cannot be sent here|An administrator can put it/);
    await look('files in the chat of the panel');
    await pressByKeys(panel, 'Put setup.exe away');
    await page.waitForSelector('.rh-file-picture img');
    await (await page.$('.rh-file-picture'))?.press('Enter');
    await page.waitForSelector('.rh-picture-view');
    await lookAtPage('a picture, large');
    await page.keyboard.press('Escape');
    none();
  });

  it('can suggest a page, and answer that [B-31]', async () => {
    await fill(panel, 'Reply to Marta', `${stage.server.origin}/needs?what=a-rather-long-address-of-a-page`);
    await pressByKeys(panel, 'Suggest a page');
    await panel.waitForSelector('dialog[open]');
    await look('suggesting a page');
    await pressByKeys(panel, 'Ask Marta');
    await page.waitForSelector('.page-question[data-armed=true]');
    await lookAtPage('page question');
    await look('page question in the panel');
    await pressByKeys(page, 'No, thanks');
    none();
  });

  it('can draw together in page, panel and window [B-31]', async () => {
    await pressByKeys(panel, 'Draw together on a whiteboard');
    await seeText(page, /Draw together with Ana\?/);
    await lookAtPage('invitation to the whiteboard');
    await look('invitation to the whiteboard in the panel');
    await pressByKeys(page, 'Open the whiteboard');
    for (const side of [panel, page]) await side.waitForSelector('.rh-board-paper', { visible: true });
    await drag(panel, [
      [100, 100],
      [500, 300],
    ]);
    await seeText(page, /1 thing on this tab/);
    await lookAtPage('whiteboard');
    await look('whiteboard in the panel');
    await pressByKeys(panel, 'More');
    await look('more of the whiteboard');
    await panel.keyboard.press('Escape');
    await pressByKeys(panel, 'Open in a window');
    const viewer = await stage.rep.extensionPage('viewer.html');
    await viewer.waitForSelector('.rh-board-paper', { visible: true });
    await look('whiteboard in the window', viewer);
    await viewer.close();
    await pressByKeys(page, 'Close the whiteboard');
    await seeText(panel, /Marta closed the whiteboard/);
    none();
  });

  it('can be called, talk, be seen and hang up [B-31]', async () => {
    await pressByKeys(panel, 'Call Marta');
    const viewer = await stage.rep.extensionPage('viewer.html');
    await seeText(page, /Ana asks to talk with you/);
    await lookAtPage('being called');
    await pressByKeys(page, 'Answer');
    await seeText(viewer, /Talking with Marta/);
    for (const side of [page, viewer]) await pressByKeys(side, 'Switch your camera on');
    for (const side of [page, viewer]) await side.waitForSelector('.rh-call-picture-theirs', { visible: true });
    await lookAtPage('talking');
    await look('talking, in the window', viewer);
    await look('talking, in the panel');
    await pressByKeys(panel, 'Hang up');
    await seeText(page, /Ana hung up after/);
    await viewer.close();
    none();
  });

  it('can invite somebody, pass the customer on, and take either back [B-31]', async () => {
    await pressByKeys(panel, 'You are alone here. Invite or transfer');
    await look('who is here');
    await pressByKeys(panel, 'Invite');
    await seeText(panel, /Whom do you invite to Marta\?.*Ben Adeyemi/, 'dialog[open]');
    await look('inviting');
    await panel.click('dialog[open] label ::-p-text(Ben Adeyemi)');
    await pressByKeys(panel, 'Invite');
    await seeText(panel, /Ben Adeyemi is asked to come in/);
    await look('somebody is invited');
    const { ask } = await ben.event('members.asked');
    await ben.call('members.answer', { ask: ask.id, accept: true });
    await seeText(page, /Ben Adeyemi joined too/);
    await look('two representatives');
    await lookAtPage('two representatives at the customer');
    await pressByKeys(panel, 'Remove Ben Adeyemi');
    await seeText(page, /Ben Adeyemi is not in this session any more/);
    await pressByKeys(panel, 'Transfer');
    await seeText(panel, /Who goes on with Marta\?/, 'dialog[open]');
    await look('transferring');
    await panel.keyboard.press('Escape');
    none();
  });

  it('can take notes and write the report, while it runs and after the end, and find both again [B-31]', async () => {
    await pressByKeys(panel, 'Report');
    await fill(panel, 'Note for reps', 'She works alone at the desk');
    await pressByKeys(panel, 'Add note');
    await seeText(panel, /Ana Petrescu .*She works alone at the desk/, '.ext-notes');
    await look('report and notes while the session runs');
    await pressByKeys(page, 'End the session');
    await page.waitForSelector('dialog[open]');
    await lookAtPage('ending the session');
    await pressByKeys(page, 'End the session');
    await seeText(page, /Did we help you\?/);
    await page.click('.survey ::-p-text(So-so)');
    await seeText(page, /Noted, thank you/, '.survey');
    await lookAtPage('survey');
    await seeText(panel, /Is it solved\?/);
    await look('report and question at the end');
    await pressByKeys(panel, 'Save report');
    await seeText(panel, /Saved by Ana/);
    await pressByKeys(panel, 'Put away');
    await pressByKeys(panel, 'History');
    await panel.waitForSelector('main .rh-list-row');
    await pressByKeys(panel, 'Marta Kowalenko');
    await seeText(panel, /Saved by Ana.*Log/);
    await look('past session');
    none();
  });
});
