/** Notifications of the operating system. Their ids say what they lead to, so nothing has to be remembered. */
import browser from 'webextension-polyfill';
import { noticeKey, noticeTarget } from '../port/notice-key.ts';
import type { Notice, NoticeTarget } from '../port/worker-contract.ts';
import { texts } from '../texts/en.ts';
import { ownUrl } from './own-pages.ts';

/** The buttons of an offer, in this order. */
const answers = [texts.requests.accept, texts.requests.pass] as const;

/** Shows a notification, in place of an older one about the same. */
export async function showNotice({ target, title, message, isOffer }: Notice): Promise<void> {
  const iconUrl = ownUrl('/icon/128.png');
  const notice = { type: 'basic', iconUrl, title, message } as const;
  // Firefox knows neither buttons nor silence on notifications, and refuses one that has them.
  if (import.meta.env.FIREFOX) return void (await browser.notifications.create(noticeKey(target), notice));
  const silent = { silent: true };
  const buttons = isOffer ? { buttons: answers.map((word) => ({ title: word })) } : {};
  // What is to be heard is heard from here, as loud as the rep has set it.
  await browser.notifications.create(noticeKey(target), { ...notice, ...buttons, ...silent });
}

/** Takes a notification off the screen; one that is gone already stays gone. */
export async function withdrawNotice(target: NoticeTarget): Promise<void> {
  await browser.notifications.clear(noticeKey(target));
}

/** Calls `open` in the very turn of the click: opening a panel needs that turn. */
export function onNoticeClick(open: (target: NoticeTarget) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    const target = noticeTarget(id);
    if (target !== undefined) open(target);
  });
}

/** Which button of an offer was pressed. */
export function onNoticeAnswer(answer: (target: NoticeTarget, how: 'accept' | 'pass') => void): void {
  browser.notifications.onButtonClicked?.addListener((id, button) => {
    const target = noticeTarget(id);
    if (target !== undefined) answer(target, button === 0 ? 'accept' : 'pass');
  });
}
