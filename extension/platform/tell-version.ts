import browser from 'webextension-polyfill';
import { installedVersionAttribute } from '../../shared/contract/extension-packages.ts';

/** Tells a page of the own server which version is installed. */
export function tellVersion(page: Document): void {
  page.documentElement.setAttribute(installedVersionAttribute, browser.runtime.getManifest().version);
}
