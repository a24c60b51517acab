export * from './ageing.ts';
export * from './apply-payments.ts';
export * from './dso.ts';
export * from './dunning.ts';
