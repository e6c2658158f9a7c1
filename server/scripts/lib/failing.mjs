/** Runs a script's work; what goes wrong is told in one line, and the process ends with 1. */
export async function failing(work) {
  try {
    return await work();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
