import type { MantineColorsTuple } from '@mantine/core';

/** Petrol, the one brand colour. */
const brand: MantineColorsTuple = [
  '#f0fafe',
  '#d9f3fc',
  '#b4e7fa',
  '#8ad8f2',
  '#5ec3e4',
  '#2fa6c8',
  '#04809e',
  '#056d86',
  '#00596f',
  '#014051',
];
const gray: MantineColorsTuple = [
  '#f8fafb',
  '#f2f5f6',
  '#e6eaed',
  '#dadfe2',
  '#c7cdd1',
  '#858d92',
  '#666f74',
  '#545c62',
  '#384045',
  '#191f23',
];
const dark: MantineColorsTuple = [
  '#e6eaed',
  '#b8bfc4',
  '#a3aab0',
  '#7c848b',
  '#3e464c',
  '#31383d',
  '#272d31',
  '#1d2327',
  '#141a1d',
  '#0c1013',
];
const success: MantineColorsTuple = [
  '#effcf2',
  '#d8f7e0',
  '#b3efc4',
  '#8ae1a5',
  '#60cf87',
  '#38b169',
  '#0e8849',
  '#13753f',
  '#125f33',
  '#0d4524',
];
const warning: MantineColorsTuple = [
  '#fffaec',
  '#fff1d1',
  '#ffe3a9',
  '#ffd077',
  '#f8b948',
  '#df9c27',
  '#a26906',
  '#8f5904',
  '#764809',
  '#5a3409',
];
const danger: MantineColorsTuple = [
  '#fff5f4',
  '#ffe8e5',
  '#fed2cd',
  '#ffb5ae',
  '#fa938c',
  '#f26a64',
  '#d6383a',
  '#ba242b',
  '#9b1e22',
  '#721719',
];

/** The six tuples everything on screen is made of. */
export const palette = { brand, gray, dark, success, warning, danger };

/** Mantine's own colour names, pointed at our tuples so that no second palette leaks in. */
export const aliases = {
  red: danger,
  yellow: warning,
  orange: warning,
  green: success,
  teal: success,
  blue: brand,
  cyan: brand,
};

/** White, the light surface. */
export const white = '#ffffff';

/** Chart series, in the order they are handed out; each is at least 3:1 on surface and canvas. */
export const series = {
  light: ['#0b688e', '#ce7200', '#a275e2', '#00a486', '#960828'],
  dark: ['#0495c2', '#f89f2f', '#d2b2ff', '#8decb8', '#db5660'],
} as const;
