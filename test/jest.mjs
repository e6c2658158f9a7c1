import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { script } from '../server/scripts/lib/places.mjs';
import { exitCode as exitCodeOf } from '../server/scripts/lib/run.mjs';

/**
 * Runs Jest with the repository's configuration and resolves with its exit code and counts. A test file that could not
 * run counts as a failure, and so does a run without any test.
 */
export async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'sociogenie-jest-'));
  const resultFile = join(folder, 'result.json');
  try {
    const jest = script(import.meta.dirname, 'jest', 'bin/jest.js');
    const all = [
      '--config',
      join(import.meta.dirname, 'jest.config.mjs'),
      '--json',
      '--outputFile',
      resultFile,
    ];
    const exitCode = await exitCodeOf(jest, [...all, ...args], {
      cwd: join(import.meta.dirname, '..'),
      // Jest's CommonJS can load packages that are modules only with this flag.
      nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    });
    return countsOf(resultFile, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf(resultFile, exitCode) {
  let result;
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { exitCode: exitCode || 1, passed: 0, failed: 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const nothingRan = result.numTotalTests === 0;
  return {
    exitCode: exitCode || (failed > 0 || nothingRan ? 1 : 0),
    passed: result.numPassedTests,
    failed: failed || (exitCode !== 0 || nothingRan ? 1 : 0),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** `12 passed, 0 failed`, and how many were skipped if any were. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
