export { turboEnv } from './build.ts';
export { type Launched, type LaunchOptions, launch, launchStandIns } from './launch.ts';
export { filesOf, launchDatabase } from './launch-database.ts';
export { dataFolder, root, tool } from './paths.ts';
export { claimPorts, freePorts, type Ports } from './ports.ts';
export type { Refusal, Try } from './refusal.ts';
export { findRunning, forgetRunning, noteRunning, type Running } from './running.ts';
export { type Report, type Stage, stopped } from './stage.ts';
export { useDatabase } from './use-database.ts';
