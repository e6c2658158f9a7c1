import { signRequest } from '../signed-request.ts';
import { signText } from './sign-text.ts';

/** A text that may or may not be a genuine `signed_request`, and how it came about. */
export interface Mutant {
  how: string;
  value: string;
  /** Whether whoever made it knew the secret: if not, it must be refused; if so, two readers must agree. */
  signed: boolean;
}

/** Numbers in [0, 1). */
export type Random = () => number;

/** What a maker needs: the secret that the server believes, and its time in unix seconds. */
export interface Forge {
  random: Random;
  secret: string;
  now: number;
}

/** A request as Meta would send it, about somebody chosen by chance. */
export function genuineRequest({ random, secret, now }: Forge): string {
  const userId = String(1 + below(random, 9)) + digits(random, below(random, 20));
  const issuedAt = now + 300 - below(random, 500_000_000);
  return signRequest({ userId, issuedAt }, secret, { numericUserId: random() < 0.2 });
}

/** One genuine request, changed: most of them without the secret, some signed rightly over a changed payload. */
export function mutant(forge: Forge): Mutant {
  const { random } = forge;
  const value = genuineRequest(forge);
  const names = Object.keys(MAKERS);
  const how = names[below(random, names.length)] ?? '';
  const maker = MAKERS[how] as Maker;
  const changed = maker.make(value, forge);
  // A change that changes nothing, such as a bit of a splice of two equal halves.
  return changed === value ? mutant(forge) : { how, value: changed, signed: maker.signed };
}

interface Maker {
  signed: boolean;
  make(value: string, forge: Forge): string;
}

const WILD = [...'.=+/-_ \t\n\r\0"{}%&AZaz09', 'é', '�', '😀'];
const PAYLOADS = [
  ...['null', 'true', '[]', '{}', '""', '1', '{', '}', '[[[[]]]]', '{"a":{"b":{"c":{}}}}', '﻿{}', ' { } '],
  ...['HMAC-SHA1', 'none', 'hmac-sha256', 'HMAC-SHA256', 'user_id', 'issued_at', 'algorithm', '__proto__'],
  ...[
    '\\u0030',
    '\\u0075ser_id',
    '\\x',
    '-1',
    '0',
    '00',
    '1e3',
    '1.0',
    '99999999999999999999',
    '9007199254740993',
  ],
];

const MAKERS: Readonly<Record<string, Maker>> = {
  'a character replaced': unsigned((value, { random }) => edit(value, random, 1, pick(random, WILD))),
  'a character left out': unsigned((value, { random }) => edit(value, random, 1, '')),
  'a character put in': unsigned((value, { random }) => edit(value, random, 0, pick(random, WILD))),
  'several changes': unsigned((value, { random }) =>
    [0, 1, 2, 3].reduce((text) => edit(text, random, below(random, 2), pick(random, WILD)), value),
  ),
  'another letter of base64': unsigned((value, { random }) =>
    edit(value, random, 1, pick(random, [...BASE64])),
  ),
  'a bit flipped': unsigned((value, { random }) => {
    const at = below(random, value.length);
    return (
      value.slice(0, at) +
      String.fromCharCode(value.charCodeAt(at) ^ (1 << below(random, 8))) +
      value.slice(at + 1)
    );
  }),
  'cut off': unsigned((value, { random }) => value.slice(0, below(random, value.length))),
  'the start left out': unsigned((value, { random }) => value.slice(1 + below(random, value.length - 1))),
  'twice itself': unsigned((value) => value + value),
  'the signature of another': unsigned(
    (value, forge) => `${half(genuineRequest(forge), 0)}.${half(value, 1)}`,
  ),
  'spliced with another': unsigned((value, forge) => {
    // Not so near to the start that it is the other one.
    const at = 10 + below(forge.random, value.length - 10);
    return value.slice(0, at) + genuineRequest(forge).slice(at);
  }),
  'padded or in the other alphabet': unsigned((value, { random }) =>
    pick(random, [
      `${value}=`,
      value.replace('.', '=.'),
      value.replaceAll('-', '+').replaceAll('_', '/'),
      `${value}==`,
    ]),
  ),
  'its letters in the other case': unsigned((value) =>
    value.replaceAll(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())),
  ),
  'other unused bits': unsigned((value) => {
    const [mac, payload] = [half(value, 0), half(value, 1)];
    return `${mac.slice(0, -1)}${BASE64[(BASE64.indexOf(mac.at(-1) ?? '') ^ 1) & 63]}.${payload}`;
  }),
  'signed with another secret': unsigned((value, { random, secret }) =>
    signText(text(value), random() < 0.5 ? secret.slice(1) : digits(random, 32)),
  ),
  'a changed payload, signed by us': signed((value, { random, secret }) => {
    const changed = [...Array(1 + below(random, 3))].reduce<string>(
      (json) => edit(json, random, below(random, 3), pick(random, [...WILD, ...PAYLOADS])),
      text(value),
    );
    return signText(changed, secret);
  }),
  'a field changed, signed by us': signed((value, { random, secret }) => {
    const fields = ['"user_id"', '"algorithm"', '"issued_at"'];
    const json = text(value).replace(pick(random, fields), pick(random, fields));
    const put = `${pick(random, fields)}:${pick(random, ['"1"', '1', '"HMAC-SHA256"', '1700000000', '{"a":[1]}'])}`;
    return signText(random() < 0.5 ? json : json.replace(/}$/, `,${put}}`), secret);
  }),
  'written in another way, signed by us': signed((value, { random, secret }) => {
    const ways: ((json: string) => string)[] = [
      (json) => json.replaceAll(/[:,]/g, (mark) => ` ${mark}\n`),
      (json) => json.replace('{', '{"expires":0,"user":{"locale":"pt_PT","age":{"min":21}},'),
      (json) => json.replace('user_id', '\\u0075ser_id'),
      (json) => json.replace('user_id', '\\u0075ser_id').replace('{', '{"user_id":"1",'),
      (json) => json.replaceAll(/[0-9]/g, () => digits(random, 1)),
      (json) => json.replace(/([0-9]{5,})\}$/, (time) => `${digits(random, 1)}${time.slice(1)}`),
    ];
    return signText((ways[below(random, ways.length)] ?? String)(text(value)), secret);
  }),
  'bytes of any kind, signed by us': signed((value, { random, secret }) => {
    const bytes = Buffer.from(text(value));
    bytes[below(random, bytes.length)] = below(random, 256);
    return signText(bytes, secret);
  }),
};

function unsigned(make: Maker['make']): Maker {
  return { signed: false, make };
}

function signed(make: Maker['make']): Maker {
  return { signed: true, make };
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const half = (value: string, index: 0 | 1): string => value.split('.')[index] ?? '';
const text = (value: string): string => Buffer.from(half(value, 1), 'base64url').toString();
const below = (random: Random, end: number): number => Math.floor(random() * end);
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => below(random, 10)).join('');
const pick = (random: Random, from: readonly string[]): string => from[below(random, from.length)] ?? '';

/** Puts a text in the place of so many characters, somewhere. */
function edit(value: string, random: Random, count: number, by: string): string {
  const at = below(random, value.length + 1);
  return value.slice(0, at) + by + value.slice(at + count);
}
