import browser from 'webextension-polyfill';

const NAME = 'remotehelp-owner';

/**
 * Calls `run` when the browser starts, after an installation or update, and about every 30 seconds: whatever happened
 * to the link owner, it lives again before a minute is over. The worker may be stopped in between.
 */
export function onWakeUp(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) run();
  });
  void browser.alarms.create(NAME, { periodInMinutes: 0.5 });
}
