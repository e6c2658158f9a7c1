/** Leaves the app for a web address; refuses anything that is not http or https. */
export function leaveTo(url: string): void {
  const { protocol } = new URL(url, window.location.href);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('Not a web address.');
  window.location.assign(url);
}
