export { type EmbeddedOptions, type EmbeddedRefusal, type EmbeddedServer, startEmbedded } from './server.ts';
