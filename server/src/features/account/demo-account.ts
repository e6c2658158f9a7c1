/** The login of the demo account, which `start` makes when it runs the Meta sandbox. */
export const DEMO_EMAIL = 'demo@sociogenie.example';

/** The demo account's password is public, so it opens nothing unless this start runs the sandbox. */
export function isClosedDemo(email: string, sandboxRuns: boolean): boolean {
  return email === DEMO_EMAIL && !sandboxRuns;
}
