export * from './analyse.ts';
export * from './finding.ts';
export type { AnalysisInput, Goods } from './probe.ts';
