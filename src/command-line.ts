import { EmbeddedPostgresError } from '#embedded-postgres';
import { BackupProblem } from '#platform/backup';

/**
 * Runs a command of the terminal: what it gives is printed, nothing means that it was called wrongly. What is expected to go
 * wrong is said in its own words; anything else is a defect, and is shown whole.
 */
export async function saying(usage: string, command: () => Promise<string | undefined>): Promise<void> {
  try {
    const said = await command();
    if (said === undefined) process.stderr.write(usage);
    else process.stdout.write(said);
    process.exitCode = said === undefined ? 2 : 0;
  } catch (error) {
    process.exitCode = 1;
    const isExpected = error instanceof BackupProblem || error instanceof EmbeddedPostgresError;
    const isWrongUse = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (isWrongUse) process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    else if (isExpected || !(error instanceof Error)) process.stderr.write(`${isExpected ? error.message : error}\n`);
    else process.stderr.write(`${error.stack ?? error.message}\n`);
  }
}
