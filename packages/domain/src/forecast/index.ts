export * from './accuracy.ts';
export * from './demand-class.ts';
export * from './methods/index.ts';
export * from './seasonality.ts';
