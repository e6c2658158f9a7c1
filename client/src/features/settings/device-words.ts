/** A browser as a person reads it at the start of a line; the server says it for the middle of a sentence. */
export function deviceWords(device: string | null): string {
  if (device === null) return 'A browser that we did not note';
  return `${device.charAt(0).toUpperCase()}${device.slice(1)}`;
}
