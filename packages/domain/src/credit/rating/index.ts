export * from './grade.ts';
export * from './limit.ts';
export * from './notch.ts';
export * from './terms.ts';
