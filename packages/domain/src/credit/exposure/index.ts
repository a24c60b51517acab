export * from './block-reasons.ts';
export * from './check-exposure.ts';
export * from './credit-action.ts';
export * from './credit-check.ts';
export * from './exposure.ts';
export * from './fits-on.ts';
export * from './reduce-lines.ts';
export { type WayOut, waysOut } from './way-out.ts';
