import { spawn } from 'node:child_process';

/** Runs a script with this same Node, its output ours. Throws when it does not end with 0. */
export async function run(scriptPath, args, { cwd, name, env = process.env }) {
  const code = await exitCode(scriptPath, args, { cwd, env });
  if (code !== 0) throw new Error(`${name} failed`);
}

/** Runs a script with this same Node, its output ours, and resolves with its exit code (1 when it was killed). */
export function exitCode(scriptPath, args, { cwd, env = process.env, nodeArgs = [] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, scriptPath, ...args], { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
