const told = (error: unknown): void => {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
};

/** Runs a script and turns a wrong option or an unreadable file into one line and exit code 1 instead of a stack. */
export const runScript = (main: (argv: readonly string[]) => number): void => {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    told(error);
  }
};

/** The same for a script that reads its input as a stream. */
export const runStreaming = async (main: (argv: readonly string[]) => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    told(error);
  }
};
