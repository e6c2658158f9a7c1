import type { FastifyReply } from 'fastify';

const raw = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;

/** Digits to be written as a bare JSON number, every one of them: an id of 17 digits does not survive as a JavaScript number. */
export function bareNumber(digits: string): unknown {
  if (!/^\d+$/.test(digits)) throw new TypeError('A bare number is written from digits only.');
  return raw(digits);
}

/** Sends JSON that may hold bare numbers, with the content type that Meta uses. */
export function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=UTF-8').send(JSON.stringify(body));
}

/** Query or form fields as text: the last value of a repeated field, everything that is not text left out. */
export function texts(source: unknown): Readonly<Record<string, string | undefined>> {
  const fields: Record<string, string> = {};
  if (typeof source !== 'object' || source === null) return fields;
  for (const [name, value] of Object.entries(source)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof last === 'string') fields[name] = last;
  }
  return fields;
}

/** Every value of a field that may be repeated, as text. */
export function textList(source: unknown, name: string): string[] {
  if (typeof source !== 'object' || source === null) return [];
  const value: unknown = Object.entries(source).find(([key]) => key === name)?.[1];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
