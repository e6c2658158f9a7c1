/** What an opaque id names; the prefix lets an id of the wrong kind be refused by name. */
export type IdKind = 'acc' | 'conn' | 'act' | 'sess' | 'tr';

const HEX = /^[0-9a-f]{32}$/;

/** The public id of a row: `conn_` and the row's own id without dashes. */
export const toPublicId = (kind: IdKind, rowId: string): string => `${kind}_${rowId.replaceAll('-', '')}`;

/** The row id in a public id of this kind; null for anything else. */
export function fromPublicId(kind: IdKind, publicId: string): string | null {
  const [prefix, hex, ...rest] = publicId.split('_');
  if (prefix !== kind || hex === undefined || rest.length > 0 || !HEX.test(hex)) return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
