export { type Answer, httpClient } from './client.ts';
export { openShop, PASSWORD, type Shop } from './fixture.ts';
