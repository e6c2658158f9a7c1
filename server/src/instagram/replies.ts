import { z } from 'zod';
import { fromScopes } from './permissions';

/**
 * A schema for every reply of Meta's. Every shape that Meta documents or that was seen in the wild fits: flat or
 * wrapped in `data[]`, ids as text or bare numbers (`readJson` has made their digits text), lists of permissions as
 * array or text. Keys we do not name are dropped here, `paging` with its token-bearing addresses among them.
 */

/** The entry itself, or the only one in `data`. */
const unwrapped = <T extends z.ZodType>(entry: T) =>
  z.preprocess((body) => (hasDataList(body) ? (body.data[0] ?? body) : body), entry);

function hasDataList(body: unknown): body is { data: unknown[] } {
  return typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);
}

const IdText = z.string().regex(/^[1-9][0-9]{0,19}$/);

/** Printable, because it goes into a header; longer than any seen, because its form is not ours to know. */
const TokenText = z.string().regex(/^[\x21-\x7e]{1,4096}$/);

/** A whole number, written as number or digits. */
const WholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value),
  z.int(),
);

const Scopes = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[,\s]+/))])
  .transform(fromScopes);

/** `POST /oauth/access_token`. */
export const ShortLivedGrantReply = unwrapped(
  z.object({
    access_token: TokenText,
    user_id: IdText,
    permissions: Scopes.nullish(),
  }),
);

/** `GET /access_token` (and `/refresh_access_token`, which answers alike). */
export const LongLivedTokenReply = unwrapped(
  z.object({
    access_token: TokenText,
    expires_in: WholeNumber.pipe(z.int().positive()),
  }),
);

/** `GET /me`. `user_id` is absent when it was not asked for. */
export const ProfileReply = unwrapped(
  z.object({
    id: IdText,
    user_id: IdText.optional(),
    username: z.string().min(1),
    name: z.string().nullish(),
    account_type: z.string(),
    followers_count: WholeNumber.nullish(),
  }),
);

/** `GET /me` for the picture alone: the address is signed, ends after a while, and is left out where there is none. */
export const PictureReply = unwrapped(z.object({ profile_picture_url: z.string().nullish() }));

/** Deleting a subscription or the permissions. */
export const SuccessReply = z.object({ success: z.literal(true) });

const TotalValue = z.object({
  value: WholeNumber.nullish(),
  breakdowns: z
    .array(
      z.object({
        dimension_keys: z.array(z.string()),
        results: z
          .array(
            z.object({
              dimension_values: z.array(z.string()),
              value: WholeNumber,
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

/** `GET /{account}/insights` with `metric_type=total_value`. A metric without numbers is missing from `data`. */
export const TotalsReply = z.object({
  data: z.array(z.object({ name: z.string(), total_value: TotalValue })),
});

export type TotalsAnswer = z.output<typeof TotalsReply>;

/** Meta writes the offset without a colon, which `Date` alone is not bound to read. */
const MetaTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/)
  .transform((text) => new Date(text.replace(/([+-]\d\d):?(\d\d)$/, '$1:$2')));

/** `GET /{account}/insights` with `metric_type=time_series`. */
export const SeriesReply = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.object({ value: WholeNumber.nullish(), end_time: MetaTime })),
    }),
  ),
});

export type SeriesAnswer = z.output<typeof SeriesReply>;
