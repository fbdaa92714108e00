/** The stage of a story: a real server, a rep at work and people who ask, all on real parts. */
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp, type Administrator, type Rep } from '../../support/people.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { fill, press, seeText } from './browser.ts';
import { signIn, startRep, type RepAtWork } from './rep.ts';

export interface Stage {
  readonly server: ServerProcess;
  readonly administrator: Administrator;
  readonly ana: Rep;
  readonly rep: RepAtWork;
  /** The side panel, signed in as Ana. */
  readonly panel: Page;
  stop(): Promise<void>;
}

/** What a stage is set with. */
export interface StageOptions {
  /** Whether the host executable is prepared for downloads, which keeps a core busy for some seconds. */
  readonly host?: boolean;
  /** The rep's browser; Chromium unless said otherwise. */
  readonly repAtWork?: () => Promise<RepAtWork>;
}

export async function startStage({ host = false, repAtWork = startRep }: StageOptions = {}): Promise<Stage> {
  const server = await startServerProcess({ settings: { PREPARE_HOST: host ? 'linux-x64' : 'no' } });
  const administrator = await finishSetUp(server);
  const ana = await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' });
  await administrator.panel.call('accounts.setPicture', { id: ana.account.id, picture: face() });
  if (host) await server.printed(/host for linux-x64 is ready/, 240_000);
  const rep = await repAtWork();
  const panel = await rep.openPanel();
  await signIn(panel, server.origin, ana.userId, ana.password);
  return {
    server,
    administrator,
    ana,
    rep,
    panel,
    async stop() {
      await rep.close();
      await server.stop();
    },
  };
}

/** A small picture of nobody, as PNG in base64. */
function face(): string {
  const picture = new PNG({ width: 64, height: 64 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([11, 95, 120, 255], at);
  return PNG.sync.write(picture).toString('base64');
}

/** What a customer writes on the request page. */
export interface Asking {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly reason?: string;
  readonly message?: string;
}

/** Fills in the request page by hand and sends it. The page stands open at it. */
export async function askForHelp(page: Page, asking: Asking): Promise<void> {
  const { name, email = '', phone = '', reason = 'Nothing prints', message = '' } = asking;
  await seeText(page, /Available|Busy/);
  await page.click('::-p-text(General)');
  await fill(page, 'Your name', name);
  if (email !== '') await fill(page, 'E-mail', email);
  if (phone !== '') await fill(page, 'Phone', phone);
  await fill(page, 'Reason', reason);
  if (message !== '') await fill(page, 'What happens, in your words', message);
  await press(page, 'Ask for help');
}
