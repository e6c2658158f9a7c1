/** Whether `Intl.DateTimeFormat` takes it: UTC and renamed zones included. It is kept as given. */
export function isTimeZone(name: string): boolean {
  if (name.length === 0 || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
