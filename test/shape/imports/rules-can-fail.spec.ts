import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CLIENT_AND_TEST_RULES } from './client-and-test-rules';
import { cruise } from './cruise';
import { PLANTED, TARGETS } from './planted';
import { SERVER_RULES } from './server-rules';

const RULES = [...SERVER_RULES, ...CLIENT_AND_TEST_RULES];

let root: string;
let violations: readonly { readonly rule: string; readonly from: string }[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sociogenie-planted-'));
  for (const target of TARGETS) write(target, 'export {};');
  for (const [path, imports] of Object.values(PLANTED).flat()) write(path, `import '${imports}';`);
  violations = cruise(['server/src', 'client/src', 'test/meta/src'], RULES, root).violations;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each(RULES.map(({ name }) => name))('%s finds the file that was planted for it', (name) => {
  const planted = (PLANTED[name] ?? []).map(([path]) => path);
  const found = violations.filter(({ rule }) => rule === name).map(({ from }) => from);
  expect(planted).not.toEqual([]);
  expect(planted.some((path) => found.includes(path))).toBe(true);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
