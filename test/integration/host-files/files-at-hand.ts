/** The host's tool on a real folder, and the rep's side of it, over a line that can be broken. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFiles } from '../../../customer-host/tools/files/open-files.ts';
import { openHalfLedger } from '../../../customer-host/tools/files/half-ledger.ts';
import type { RunningTool } from '../../../customer-host/tools/tool.ts';
import { createFilesLink, type FilesLink } from '../../../extension/host-tools/files/files-link.ts';
import { createLine, type Line } from './line.ts';
import type { ToolUse } from '../../../shared/contract/tool-use.ts';
import { systemClock } from '../../../shared/ui/clock.ts';

export interface FilesAtHand {
  readonly folder: string;
  readonly ledger: string;
  readonly link: FilesLink;
  readonly reports: ToolUse[];
  /** The link breaks; the consent holds. The host may not notice it at once. */
  cut(how?: { readonly unnoticed: boolean }): void;
  connect(): void;
  /** The customer takes the consent back while the link stands. */
  takeBack(): void;
  /** Puts a message as it is before the host. */
  raw(message: string | ArrayBuffer): void;
  /** Called with every message of the host to the rep, in bytes. */
  onMessage: (bytes: number) => void;
  remove(): void;
}

export function filesAtHand(): FilesAtHand {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'rh-files-')));
  const ledger = realpathSync(mkdtempSync(join(tmpdir(), 'rh-ledger-')));
  const tool = openFiles(openHalfLedger([join(ledger, 'notes')]), () => undefined);
  const link = createFilesLink(systemClock);
  const reports: ToolUse[] = [];
  let isAllowed = true;
  let running: RunningTool | undefined;
  let toRep: Line | undefined;

  const hand: FilesAtHand = {
    folder: place,
    ledger: join(ledger, 'notes'),
    link,
    reports,
    cut({ unnoticed } = { unnoticed: false }) {
      if (!unnoticed) running?.stop();
      running = undefined;
      toRep?.close();
      link.use(undefined);
    },
    connect() {
      const back = createLine((message) => {
        hand.onMessage(typeof message === 'string' ? message.length : message.byteLength);
        there.hear(message);
      });
      const there = createLine((message) => running?.take(message));
      toRep = there;
      running = tool({
        send: (message) => back.send(message),
        backlogBytes: () => back.bufferedAmount,
        report: (use) => reports.push(use),
        mayUse: () => isAllowed,
      });
      link.use(there.channel);
    },
    takeBack() {
      isAllowed = false;
      running?.stop();
      running = undefined;
    },
    raw: (message) => running?.take(message),
    onMessage: () => undefined,
    remove() {
      hand.takeBack();
      rmSync(place, { recursive: true, force: true });
      rmSync(ledger, { recursive: true, force: true });
    },
  };
  hand.connect();
  return hand;
}
