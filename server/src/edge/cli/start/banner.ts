import { DEMO_EMAIL, DEMO_PASSWORD, type DemoAccount, madeFile } from './demo-account';
import type { StartPlan } from './plan';

/** What `start` prints when everything runs: where to go, how to sign in, which parts are embedded. */
export function banner(plan: StartPlan, demo: DemoAccount): string {
  const { config } = plan;
  const lines = ['', 'SocioGenie is running.', '', `  Open        ${config.publicUrl}`];
  if (plan.sandboxPort !== null) {
    lines.push(
      demo === 'open'
        ? `  Sign in as  ${DEMO_EMAIL}  with the password  ${DEMO_PASSWORD}`
        : `  Sign up     the demo account was deleted or has a new password. Without the file\n              ${madeFile(config.dataDir)} a start makes it anew, if it is gone.`,
      `  Sandbox     http://127.0.0.1:${plan.sandboxPort}/sandbox  (it stands in for Instagram: decide there what happens;\n              nothing leaves this machine)`,
    );
  }
  lines.push('', `  Embedded: ${embeddedParts(plan)}. Data and logs: ${config.dataDir}`);
  lines.push('  Ctrl-C stops everything; the data stays.', '');
  return lines.join('\n');
}

function embeddedParts(plan: StartPlan): string {
  const parts = [
    ...(plan.embeddedDatabase ? ['PostgreSQL'] : []),
    ...(plan.sandboxPort === null ? [] : ['the Meta sandbox']),
    ...(plan.config.masterKeys.kind === 'development' ? ['development keys'] : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
