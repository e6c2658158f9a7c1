import { createTheme, rem } from '@mantine/core';
import { aliases, palette, white } from './colors';
import { components } from './components';

const sans = "'Inter Variable', 'Inter Fallback', system-ui, sans-serif";

/** Our look, handed to MantineProvider together with `cssVariablesResolver`. */
export const theme = createTheme({
  colors: { ...palette, ...aliases },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  white,
  black: palette.gray[9],
  // All our fills take white; with it on, the label colour is decided from the light shade only.
  autoContrast: false,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  defaultRadius: 'sm',
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(16), lg: rem(18), xl: rem(20) },
  lineHeights: { xs: '1.3333', sm: '1.4286', md: '1.5', lg: '1.5556', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(40) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(32) },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: rem(24), lineHeight: '1.3333' },
      h2: { fontSize: rem(20), lineHeight: '1.4' },
      h3: { fontSize: rem(16), lineHeight: '1.5' },
      h4: { fontSize: rem(14), lineHeight: '1.4286' },
      h5: { fontSize: rem(14), lineHeight: '1.4286' },
      h6: { fontSize: rem(14), lineHeight: '1.4286' },
    },
  },
  components,
});
