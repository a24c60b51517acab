export { copyPrices } from '../use-cases/prices/copy-prices.ts';
export { publishDraft } from '../use-cases/prices/publish-draft.ts';
export { reckonWhatIf } from '../use-cases/prices/what-if.ts';
export { readSubject } from '../use-cases/prices/what-if-subject.ts';
export { type Answer, httpClient } from './client.ts';
export { openShop, PASSWORD, type Shop } from './fixture.ts';
