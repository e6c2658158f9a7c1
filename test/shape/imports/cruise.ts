import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../helpers/files';
import type { ImportRule } from './import-rule';

/** What dependency-cruiser found: imports that break a rule, and relative imports that lead nowhere. */
export interface Cruise {
  readonly files: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  readonly unresolved: readonly string[];
}

interface Output {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly couldNotResolve: boolean }[];
  }[];
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/**
 * Reads every import of the given folders under `root`, types included. dependency-cruiser waits at its top level, which Jest's
 * CommonJS cannot load, so it runs as the program that it also is.
 */
export function cruise(folders: readonly string[], rules: readonly ImportRule[], root = ROOT): Cruise {
  const folder = mkdtempSync(join(tmpdir(), 'sociogenie-imports-'));
  try {
    const config = join(folder, 'rules.json');
    writeFileSync(config, JSON.stringify(configuration(rules)));
    const program = join(ROOT, 'test/node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const output = execFileSync(
      process.execPath,
      [program, '--config', config, '--output-type', 'json', ...folders],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 100 * 1024 * 1024,
      },
    );
    return read(JSON.parse(output) as Output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configuration(rules: readonly ImportRule[]): object {
  return {
    forbidden: rules.map(({ name, from, to }) => ({ name, severity: 'info', from, to })),
    options: {
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'] },
    },
  };
}

function read({ modules, summary }: Output): Cruise {
  return {
    files: summary.totalCruised,
    violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
    unresolved: modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ module, couldNotResolve }) => couldNotResolve && module.startsWith('.'))
        .map(({ module }) => `${source} -> ${module}`),
    ),
  };
}
