const DAYS = 8;

/** From when on a key that was removed at a moment cannot be recovered: its epoch's own key is destroyed by then. */
export function unrecoverableBy(removedAt: Date): Date {
  return new Date(removedAt.getTime() + DAYS * 86_400_000);
}
