/**
 * Passes when nothing was found. Otherwise fails with each finding on a line of its own, so that the failure is the
 * sentence that says what to do instead and not a difference of two lists.
 */
export function expectNone(findings: readonly string[]): void {
  if (findings.length === 0) return;
  const error = new Error([...new Set(findings)].join('\n'));
  Error.captureStackTrace(error, expectNone);
  throw error;
}
