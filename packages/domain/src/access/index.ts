export * from './actions.ts';
export * from './buyer-policy.ts';
export * from './grant.ts';
export * from './grants.ts';
export * from './order-roles.ts';
export * from './policy.ts';
export * from './review-roles.ts';
export * from './staff-policy.ts';
