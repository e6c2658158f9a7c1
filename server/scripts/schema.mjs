// Writes schema.graphql as the server prints it, then the client's types from it.
import './lib/require-node.mjs';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, generateClientTypes } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';
import { root, serverDir } from './lib/places.mjs';

await failing(async () => {
  await buildServer();
  const schemaFile = join(root, 'schema.graphql');
  const before = readFileSync(schemaFile, 'utf8');
  const printer = join(serverDir, 'dist', 'edge', 'graphql', 'print-schema.js');
  const printed = execFileSync(process.execPath, [printer], { cwd: serverDir, encoding: 'utf8' });
  writeFileSync(schemaFile, printed);
  await generateClientTypes();
  console.log(printed === before ? 'schema.graphql was up to date.' : 'schema.graphql is written.');
});
