import { spawn } from 'node:child_process';

/** Runs a script with this same Node. What it prints is ours; with `quiet` only if it fails, which throws. */
export async function run(scriptPath, args, { cwd, name, quiet = false }) {
  const child = spawn(process.execPath, [scriptPath, ...args], {
    cwd,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  if ((await closed(child)) === 0) return;
  process.stderr.write(printed);
  throw new Error(`${name} failed`);
}

/** Runs a script with this same Node, its output ours, and resolves with its exit code (1 when it was killed). */
export async function exitCode(scriptPath, args, { cwd, nodeArgs = [] }) {
  return await closed(spawn(process.execPath, [...nodeArgs, scriptPath, ...args], { cwd, stdio: 'inherit' }));
}

function closed(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
