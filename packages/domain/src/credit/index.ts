export * from './exposure/index.ts';
