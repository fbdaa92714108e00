/** A click on a notification: open the panel, and take the request or show the session. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { onNoticeAnswer, onNoticeClick, showNotice, withdrawNotice } from '../platform/notices.ts';
import { openPanel } from '../platform/panel-place.ts';
import type { NoticeTarget, OwnerContract } from '../port/worker-contract.ts';
import { texts } from '../texts/en.ts';

/** `owner` brings the link owner to life first when it must. */
export function followNoticeClicks(owner: Client<OwnerContract>): void {
  onNoticeClick((target) => {
    void openPanel();
    void follow(owner, target);
  });
  onNoticeAnswer((target, how) => {
    if (how === 'accept') {
      void openPanel();
      void follow(owner, target);
    } else void pass(owner, target);
  });
}

async function pass(owner: Client<OwnerContract>, target: NoticeTarget): Promise<void> {
  await withdrawNotice(target);
  try {
    if (target.kind === 'request') await owner.call('notice.pass', { request: target.request });
    if (target.kind === 'invitation') await owner.call('notice.decline', { invitation: target.invitation });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What was offered passes on or expires by itself: nobody need read of it.
  }
}

async function follow(owner: Client<OwnerContract>, target: NoticeTarget): Promise<void> {
  await withdrawNotice(target);
  try {
    await ask(owner, target);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Somebody else was faster, or the server is away: whoever clicked must learn it, also with the panel shut.
    await showNotice({ target, title: texts.notices.notTaken, message: error.message, isOffer: false });
  }
}

function ask(owner: Client<OwnerContract>, target: NoticeTarget): Promise<unknown> {
  switch (target.kind) {
    case 'request':
      return owner.call('notice.claim', { request: target.request });
    case 'session':
      return owner.call('notice.look', { session: target.session });
    case 'invitation':
      return owner.call('notice.take', { invitation: target.invitation });
    case 'reservation':
      return owner.call('notice.reservations', {});
    case 'ask':
      // The panel that opens shows it, with its brief.
      return Promise.resolve();
    default:
      return target satisfies never;
  }
}
