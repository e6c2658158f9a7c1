import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Screens load their code when they are opened, and the machine may be busy with other suites.
configure({ asyncUtilTimeout: 5000 });
jest.setTimeout(30_000);

/** What Mantine asks of a browser and jsdom does not have. */
const { getComputedStyle } = window;
window.getComputedStyle = (element) => getComputedStyle(element);
window.HTMLElement.prototype.scrollIntoView = () => undefined;

window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

class SilentResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver = SilentResizeObserver;
