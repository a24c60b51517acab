/* Everything `test` does, with full counts where a test draws by chance or races. */
process.env.NIGHTLY = '1';
await import('./test.ts');
