export * from './actions.ts';
export * from './grant.ts';
export * from './order-roles.ts';
export * from './policy.ts';
