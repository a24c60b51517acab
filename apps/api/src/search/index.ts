export { createCatalogue } from './catalogue.ts';
export { createLanguage } from './language.ts';
