import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { schemaText } from '../../../server/src/edge/graphql/print-schema';
import { createSchema } from '../../../server/src/edge/graphql/schema';
import { expectNone } from '../helpers/expect-none';
import { readFile } from '../helpers/files';
import { everything, inputs, outputFields, ownTypes } from './walk';

const schema = createSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

it('is committed as the server prints it', () => {
  const committed = readFile('schema.graphql').split('\n');
  const printed = schemaText().split('\n');
  const gone = committed.filter((line) => !printed.includes(line)).map((line) => `- ${line}`);
  const added = printed.filter((line) => !committed.includes(line)).map((line) => `+ ${line}`);
  const advice = 'schema.graphql is not what the server prints: run `pnpm schema` and commit both files.';
  expectNone(committed.join('\n') === printed.join('\n') ? [] : [advice, ...gone, ...added]);
});

it('describes every type, field, argument, input field and enum value', () => {
  const silent = everything(schema).filter(({ description }) => (description ?? '').trim() === '');
  expectNone(
    silent.map(({ at }) => `${at} has no description: say what it means to a person, and its edge.`),
  );
});

/** About choosing a new password, and never one of them. */
const RESETTING = [
  ...['requestPasswordReset', 'RequestPasswordResetInput', 'RequestPasswordResetPayload'],
  ...['resetPassword', 'ResetPasswordInput', 'ResetPasswordPayload'],
];

it('shows no token and no secret', () => {
  // About a token and about a password, never one of them.
  const named = new Set([
    'TokenHealth',
    'tokenHealth',
    'PasswordTooShort',
    'PasswordTooLong',
    'PasswordWrong',
    ...RESETTING,
    'PasswordBreached',
    'PasswordUnchanged',
    'PasswordNeeded',
    'ChangePasswordInput',
    'ChangePasswordPayload',
    'changePassword',
    'ConfirmPasswordInput',
    'ConfirmPasswordPayload',
    'confirmPassword',
  ]);
  const words = /token|secret|password|cipher|sealed|hash|private/i;
  const places = [
    ...ownTypes(schema).map(({ name }) => ({ at: name, name })),
    ...outputFields(schema).map(({ at, field }) => ({ at, name: field.name })),
  ];
  const shown = places.filter(({ name }) => words.test(name) && !named.has(name));
  expectNone(
    shown.map(({ at }) => `${at} reads like a secret: none leaves the server; name what it says instead.`),
  );
});

it('gives every mutation one input, and one payload with user errors', () => {
  const findings = mutations.flatMap(({ name, args, type }) => {
    const Name = name.charAt(0).toUpperCase() + name.slice(1);
    const wrong: string[] = [];
    if (args.length > 1 || (args[0] !== undefined && String(args[0].type) !== `${Name}Input!`)) {
      wrong.push(`${name} takes one argument, input: ${Name}Input!, used by no other mutation.`);
    }
    if (String(type) !== `${Name}Payload!`) wrong.push(`${name} answers with ${Name}Payload!.`);
    return wrong;
  });
  expectNone(findings);
});

it('puts user errors into every payload, and nothing beside them that must be there', () => {
  const payloads = ownTypes(schema).filter((type) => isObjectType(type) && type.name.endsWith('Payload'));
  expect(payloads.length).toBeGreaterThanOrEqual(mutations.length);
  const findings = payloads.filter(isObjectType).flatMap((type) => {
    const { userErrors, ...others } = type.getFields();
    const errors = userErrors === undefined ? 'nothing' : String(userErrors.type);
    return [
      ...(errors === '[UserError!]!' ? [] : [`${type.name}.userErrors is ${errors}: make it [UserError!]!.`]),
      ...Object.values(others)
        .filter((field) => String(field.type).endsWith('!'))
        .map((field) => `${type.name}.${field.name} is non-null: a payload with user errors has no object.`),
    ];
  });
  expectNone(findings);
});

it('shares no input between two mutations', () => {
  const used = mutations.flatMap(({ args }) =>
    args.map(({ type }) => getNamedType(type)).filter(isInputObjectType),
  );
  const twice = used.filter((type, index) => used.indexOf(type) !== index);
  expectNone(
    twice.map(({ name }) => `${name} serves two mutations: give each its own, so that one can change.`),
  );
});

it('calls an id ID, and keeps the ids of Meta text under their own names', () => {
  const named = [
    ...outputFields(schema).map(({ at, field }) => ({ at, name: field.name, type: field.type })),
    ...inputs(schema).map(({ at, input }) => ({ at, name: input.name, type: input.type })),
  ];
  const wrong = named.filter(({ name, type }) => {
    if (!/^id$|Ids?$/.test(name)) return false;
    return getNamedType(type).name !== (name.startsWith('instagram') ? 'String' : 'ID');
  });
  expectNone(
    wrong.map(({ at, type }) => `${at} is ${type}: an id of ours is ID, an id of Meta's is String.`),
  );
});

it('lets every time end in At, and nothing else', () => {
  // Fixed by the contract and its decisions: until when a category is kept, since when something is so.
  const named = new Set([
    'DeletionCategory.keptUntil',
    'InstagramConnection.statusSince',
    'InstagramTrouble.since',
  ]);
  const wrong = outputFields(schema).filter(
    ({ at, field }) =>
      (getNamedType(field.type).name === 'DateTime') !== /At$/.test(field.name) && !named.has(at),
  );
  expectNone(
    wrong.map(({ at }) => `${at}: a DateTime's name ends in At, and a name that ends in At is a DateTime.`),
  );
});

it('uses our own scalars for times and counts', () => {
  const strange = ownTypes(schema).filter(({ name }) => /DateTimeISO|Timestamp|^JSON/.test(name));
  expectNone(strange.map(({ name }) => `${name}: use DateTime, Date, Count or URL, or a type of its own.`));
});

it('says with every deprecation what replaces it and when it goes', () => {
  const findings = everything(schema).filter(
    ({ deprecationReason }) =>
      typeof deprecationReason === 'string' &&
      !(/\buse `?\w+/i.test(deprecationReason) && /\b20\d\d-\d\d-\d\d\b/.test(deprecationReason)),
  );
  expectNone(
    findings.map(({ at }) => `${at}: the reason names the replacement ("Use x.") and a removal date.`),
  );
});
