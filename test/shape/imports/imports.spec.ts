import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectNone } from '../helpers/expect-none';
import { ROOT } from '../helpers/files';
import { CLIENT_AND_TEST_RULES } from './client-and-test-rules';
import { type Cruise, cruise } from './cruise';
import { MAY_USE, SERVER_RULES } from './server-rules';

const RULES = [...SERVER_RULES, ...CLIENT_AND_TEST_RULES];

let found: Cruise;

beforeAll(() => {
  found = cruise(['server/src', 'client/src', 'test/meta/src'], RULES);
});

it('reads the source, and follows every relative import', () => {
  expect(found.files).toBeGreaterThan(300);
  expectNone(
    found.unresolved.map((import_) => `${import_} leads nowhere: mend the path, or no rule can see it.`),
  );
});

it.each(RULES.map(({ name, instead }) => [name, instead]))('%s', (name, instead) => {
  const broken = found.violations.filter(({ rule }) => rule === name);
  expectNone(broken.map(({ from, to }) => `${from} reached into ${to}; ${instead}`));
});

it('knows every feature of the server', () => {
  const features = readdirSync(join(ROOT, 'server/src/features'));
  const unknown = features.filter((feature) => MAY_USE[feature] === undefined);
  expectNone(
    unknown.map(
      (feature) => `features/${feature} is new: say in MAY_USE (server-rules.ts) which features it may use.`,
    ),
  );
});
