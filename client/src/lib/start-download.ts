/** Lets the browser download a file of our own server, beside the page; refuses any other address. */
export function startDownload(url: string): void {
  const { protocol, origin } = new URL(url, window.location.href);
  if ((protocol !== 'https:' && protocol !== 'http:') || origin !== window.location.origin)
    throw new Error('Not a file of this server.');
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
