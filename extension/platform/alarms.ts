import browser from 'webextension-polyfill';

const NAME = 'remotehelp-owner';

/** Calls `run` about every 30 seconds, in a worker that may have been stopped in between. */
export function everyHalfMinute(run: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) run();
  });
  void browser.alarms.create(NAME, { periodInMinutes: 0.5 });
}
