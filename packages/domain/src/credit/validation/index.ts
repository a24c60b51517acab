export * from './calibration.ts';
export * from './discrimination.ts';
export * from './stability.ts';
