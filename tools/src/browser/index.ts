export { type Browser, findBrowser, type NoBrowser } from './find-browser.ts';
