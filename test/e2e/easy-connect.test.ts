/** Easy Connect: from a first session with a code to the next one without, and back. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import type { TestBrowser } from './support/browser.ts';
import { startStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

describe('Easy Connect', () => {
  let stage: Stage;
  let visitors: TestBrowser;
  let marta: Page;

  before(async () => {
    stage = await startStage();
    visitors = await startBrowser();
    marta = await visitors.browser.newPage();
  });
  after(async () => {
    await visitors.close();
    await stage.stop();
  });

  const firstSession = async () => {
    const { panel, server } = stage;
    await fill(panel, 'Customer', 'Marta');
    await press(panel, 'Start Session');
    const seen = await seeText(panel, /\d{3} \d{3}/);
    await marta.goto(`${server.origin}/connect`);
    await fill(marta, 'Your name', 'Marta');
    await fill(marta, 'Code', /\d{3} \d{3}/.exec(seen)?.[0] ?? '');
    await press(marta, 'Connect');
    await seeText(marta, /Ana/);
    await endAsCustomer(marta);
  };

  it('begins after a session with a code, when both agree to trust each other [S4-13]', async () => {
    await firstSession();
    await seeText(marta, /Ask Ana directly next time\?/);
    await press(marta, 'Yes, trust Ana');
    await seeText(marta, /You have agreed\. Ana has to agree, too/);
    const { panel } = stage;
    await seeText(panel, /Marta has agreed already/);
    await press(panel, 'Trust Marta');
    await seeText(panel, /Marta can ask you directly next time/);
    await seeText(marta, /You can ask Ana directly next time/);
    await press(panel, 'Put away');
    await press(marta, 'Ask for help again');
  });

  it('shows the customer whether the particular rep is there [S4-09] [S4-10]', async () => {
    await seeText(marta, /People you trust.*Ana Petrescu.*Online/s);
    await press(stage.panel, 'Online');
    await press(stage.panel, 'Away');
    await seeText(marta, /Ana Petrescu.*Away/s);
    await press(stage.panel, 'Away');
    await press(stage.panel, 'Online');
    await seeText(marta, /Ana Petrescu.*Online/s);
  });

  it('asks that rep directly, without a code, and a session follows [S4-12]', async () => {
    await press(marta, 'Ask Ana');
    await seeText(marta, /Ana is asked/);
    const { panel } = stage;
    await seeText(panel, /Marta.*Asks for you, without a code/s);
    await press(panel, 'Cannot now');
    await seeText(marta, /Ana cannot help now/);
    await press(marta, 'Ask Ana');
    await seeText(panel, /Marta.*Asks for you, without a code/s);
    await press(panel, 'Accept');
    await seeText(marta, /Ana/);
    await fill(panel, 'Reply to Marta', 'Good to see you again');
    await panel.keyboard.press('Enter');
    await seeText(marta, /Good to see you again/);
    await endAsCustomer(marta);
    // They trust each other already: both are told so, and neither is asked again.
    await seeText(panel, /Next time without a code.*Marta can ask you directly next time/s);
    assert.doesNotMatch(await textOf(panel), /Trust Marta/);
    await seeText(marta, /You can ask Ana directly next time/);
    assert.doesNotMatch(await textOf(marta), /Yes, trust Ana/);
    await press(panel, 'Put away');
    await press(marta, 'Ask for help again');
  });

  it('is listed on both sides and ends for both when either ends it', async () => {
    const { panel } = stage;
    await press(panel, 'Settings');
    await seeText(panel, /Customers who may ask you directly.*Marta/s);
    await press(panel, 'End the trust with Marta');
    await seeText(panel, /Nobody yet\. It is offered after a session with a code/);
    await seeText(marta, /^(?!.*People you trust)/s);
  });
});
