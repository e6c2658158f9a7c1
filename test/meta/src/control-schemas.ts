import { routeNames } from './calls.ts';
import { pictureKinds } from './manners.ts';
import { outages } from './outage.ts';
import { scopes } from './scopes.ts';
import { variantChoices } from './variants.ts';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const address = { type: ['string', 'null'] };

const body = (properties: Record<string, unknown>, required: string[] = []) => ({
  body: { type: 'object', additionalProperties: false, required, properties },
});

/** What each control route takes; anything else is refused with a message. */
export const variants = body(
  Object.fromEntries(Object.entries(variantChoices).map(([name, choices]) => [name, { enum: [...choices] }])),
);

export const app = body({
  name: text,
  redirectUris: { type: 'array', items: text },
  deauthorizeUrl: address,
  deletionUrl: address,
  webhookUrl: address,
  webhookVerifyToken: address,
});

export const clock = body({
  fixedAt: text,
  offsetMs: { type: 'integer' },
  advanceMs: { type: 'integer' },
});

export const fault = body({
  route: { enum: [...routeNames] },
  account: text,
  metric: text,
  after: count,
  times: { type: ['integer', 'null'], minimum: 1 },
  delayMs: count,
  status: { type: 'integer', minimum: 200, maximum: 599 },
  code: { type: 'integer' },
  subcode: { type: 'integer' },
  isTransient: flag,
  message: text,
  html: text,
  drop: { enum: ['before', 'after'] },
  headers: {
    type: 'object',
    additionalProperties: false,
    properties: { 'x-app-usage': text, 'x-business-use-case-usage': text },
  },
});

export const account = body({
  followers: { type: ['integer', 'null'], minimum: 0 },
  permissions: { type: 'array', items: { enum: [...scopes.keys()] } },
});

export const manner = body({
  type: { enum: ['BUSINESS', 'MEDIA_CREATOR', 'PERSONAL', null] },
  declined: { type: 'array', items: { enum: [...scopes.keys()] } },
  tokenSeconds: { type: ['integer', 'null'], minimum: 1 },
  renewal: { enum: ['allowed', 'refused'] },
  analytics: { enum: ['usual', 'none', 'busy'] },
  lively: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
  usage: {
    type: ['object', 'null'],
    additionalProperties: false,
    required: ['app', 'account', 'regainMinutes'],
    properties: { app: count, account: count, regainMinutes: count },
  },
  hidden: flag,
  slowMs: count,
  picture: { enum: [...pictureKinds] },
});

export const service = body({ outage: { enum: Object.keys(outages) }, slowMs: count });

export const endTokens = body(
  { how: { enum: ['revoked', 'expired', 'password_changed', 'checkpointed', 'unconfirmed', 'invalid'] } },
  ['how'],
);

export const callback = body(
  {
    kinds: { type: 'array', minItems: 1, items: { enum: ['deauthorize', 'deletion'] } },
    account: text,
    userId: text,
    issuedAt: { type: 'integer' },
    secret: text,
    signedRequest: text,
    times: { type: 'integer', minimum: 1, maximum: 100 },
    pauseMs: count,
    numericUserId: flag,
    tamper: { enum: ['payload', 'signature'] },
    padded: flag,
  },
  ['kinds'],
);

export const delivery = body({
  events: {
    type: 'array',
    maxItems: 1000,
    items: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ...{ account: text, entryId: text, field: text, commentId: text, mediaId: text, text },
        from: { type: 'object', required: ['id', 'username'], properties: { id: text, username: text } },
        value: {},
      },
    },
  },
  secret: text,
  tamper: { enum: ['body', 'signature'] },
  body: text,
  signature: address,
  times: { type: 'integer', minimum: 1, maximum: 100 },
  unasked: flag,
});

export const verification = body({ token: text, challenge: text });

export const day = {
  params: {
    type: 'object',
    properties: { username: text, date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
  },
};
