/** `total_value.breakdowns` as Meta writes it. */
export type Breakdowns = {
  dimension_keys: string[];
  results: { dimension_values: string[]; value: number }[];
}[];

/** Parts of a hundred. The product types are those of Meta's own sample, which are not the ones it documents. */
const followTypes = { FOLLOWER: 36, NON_FOLLOWER: 61, UNKNOWN: 3 };
const parts: Record<string, Record<string, number>> = {
  follow_type: followTypes,
  follower_type: followTypes,
  media_product_type: { POST: 22, CAROUSEL_CONTAINER: 19, REELS: 48, STORY: 11 },
  contact_button_type: { DIRECTION: 41, EMAIL: 33, CALL: 26 },
};

/** A total divided by a dimension, in whole numbers that add up to it; parts of 0 are left out. */
export function breakdownOf(dimension: string, total: number): Breakdowns {
  let left = total;
  const shares = Object.entries(parts[dimension] ?? {});
  const results = shares.map(([name, percent], index) => {
    const value = index === shares.length - 1 ? left : Math.floor((total * percent) / 100);
    left -= value;
    return { dimension_values: [name], value };
  });
  return [{ dimension_keys: [dimension], results: results.filter(({ value }) => value > 0) }];
}
