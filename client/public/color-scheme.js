// Sets the colour scheme before the first paint, so that nothing flashes. A classic script in a file
// of its own: it runs before the body and needs no exception in the content security policy.
(() => {
  let choice = null;
  try {
    choice = window.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage is off: follow the device.
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = choice === 'light' || choice === 'dark' ? choice : dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  document.documentElement.style.colorScheme = scheme;
})();
