export { turboEnv } from './build.ts';
export { type Launched, type LaunchOptions, launch, stopped } from './launch.ts';
export { startOwnDatabase } from './own-database.ts';
export { dataFolder, root, tool } from './paths.ts';
export { claimPorts, freePorts, type Ports } from './ports.ts';
export { prepareDatabase } from './prepare.ts';
export type { Refusal, Try } from './refusal.ts';
export { findRunning, forgetRunning, noteRunning, type Running } from './running.ts';
export { type DatabaseInUse, useDatabase } from './use-database.ts';
