import { series } from './colors';
import { pills, roles } from './roles';

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const text = 4.5;
const graphics = 3;

describe('contrast', () => {
  it('measures as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(['light', 'dark'] as const)('the %s scheme', (scheme) => {
  const role = roles[scheme];
  const grounds = ['surface', 'canvas', 'hoveredRow'] as const;

  it.each(['text', 'dimmed', 'placeholder', 'link'] as const)('reads %s on every ground', (name) => {
    for (const ground of grounds) expect(contrast(role[name], role[ground])).toBeGreaterThanOrEqual(text);
  });

  it.each(['successText', 'warningText', 'dangerText'] as const)(
    'reads %s on cards and on the page',
    (name) => {
      expect(contrast(role[name], role.surface)).toBeGreaterThanOrEqual(text);
      expect(contrast(role[name], role.canvas)).toBeGreaterThanOrEqual(text);
    },
  );

  it.each(['filled', 'filledHover', 'dangerFilled', 'dangerFilledHover'] as const)(
    'reads a white label on a %s button',
    (name) => {
      expect(contrast('#ffffff', role[name])).toBeGreaterThanOrEqual(text);
    },
  );

  it.each(['controlBorder', 'focusRing'] as const)('shows the %s on every ground', (name) => {
    for (const ground of grounds) expect(contrast(role[name], role[ground])).toBeGreaterThanOrEqual(graphics);
  });

  it('sets buttons off from the card they stand on', () => {
    expect(contrast(role.filled, role.surface)).toBeGreaterThanOrEqual(graphics);
    expect(contrast(role.dangerFilled, role.surface)).toBeGreaterThanOrEqual(graphics);
  });

  it.each(Object.entries(pills[scheme]))('reads the %s pill', (_name, [label, fill]) => {
    expect(contrast(label, fill)).toBeGreaterThanOrEqual(text);
  });

  it.each([...series[scheme], role.seriesPrevious])(
    'shows the series %s on cards and on the page',
    (color) => {
      expect(contrast(color, role.surface)).toBeGreaterThanOrEqual(graphics);
      expect(contrast(color, role.canvas)).toBeGreaterThanOrEqual(graphics);
    },
  );
});
