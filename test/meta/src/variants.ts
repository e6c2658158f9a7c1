/**
 * The questions that Meta's documentation leaves open, each with the answers the sandbox can play. The first one is the
 * default. A client has to work with every combination.
 */
export const variantChoices = {
  /** The reply of the code exchange: an object, or the same in `data: [...]`. */
  exchangeWrapper: ['flat', 'data'],
  exchangeUserId: ['number', 'string'],
  exchangePermissions: ['array', 'string', 'absent'],
  /** Which id the exchange names: the one of `/me.id`, or a third one. */
  exchangeIdentity: ['app_scoped', 'separate'],
  profileWrapper: ['flat', 'data'],
  profileIds: ['string', 'number'],
  /** `BUSINESS` as seen on the wire, or `Business` as documented. */
  accountTypeWords: ['wire', 'documented'],
  profilePicture: ['present', 'absent'],
  profileCounts: ['present', 'absent'],
  /** `biography` and `website`, documented for another product. */
  profileExtras: ['refused', 'served'],
  /** Personal accounts stop at an error page, or come through so that a client's own check is tried. */
  personalAccounts: ['error_page', 'let_through'],
  /** How long a long-lived token lasts: as in Meta's example, or much shorter, which `expires_in` then says. */
  longLivedToken: ['sixty_days', 'ten_days'],
  /** A refresh answers a new token beside the old one, or prolongs the same. */
  refreshedToken: ['new', 'same'],
  /** `DELETE /me/permissions`: works, is refused with code 100, or never answers. */
  revocation: ['success', 'refused', 'hangs'],
  /** Whether a revocation by API is followed by the deauthorize callback. */
  revocationCallback: ['off', 'on'],
  /** Titles and error messages. */
  language: ['en', 'pt'],
  /** Rate-limit headers: none, or one of the three shapes that have been seen. */
  usageHeaders: ['none', 'app_usage', 'call_volume', 'business'],
} as const;

export type Variants = { [K in keyof typeof variantChoices]: (typeof variantChoices)[K][number] };

/** Every variant at its default. */
export function defaultVariants(): Variants {
  const entries = Object.entries(variantChoices).map(([name, choices]) => [name, choices[0]]);
  return Object.fromEntries(entries) as Variants;
}
