export { copyRows } from './copy.ts';
export { createDemo, type DemoOptions, type DemoProgress, type DemoSummary } from './create-demo.ts';
export { type DemoLogin, demoLogins } from './logins.ts';
export { type Random, randomFrom } from './random.ts';
