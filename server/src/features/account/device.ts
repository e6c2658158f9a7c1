/** The browser that signs in. */
export interface Device {
  /** How it names itself; null when it does not. */
  readonly userAgent: string | null;
}
