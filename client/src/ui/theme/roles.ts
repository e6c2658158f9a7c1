import { palette, white } from './colors';

const { brand, gray, dark, success, warning, danger } = palette;

/** What each colour is for, per scheme. The contrast test reads this table, and so do the CSS variables. */
export const roles = {
  light: {
    canvas: gray[0],
    surface: white,
    hoveredRow: gray[1],
    text: gray[9],
    dimmed: gray[7],
    placeholder: gray[6],
    controlBorder: gray[5],
    divider: gray[3],
    link: brand[7],
    successText: success[7],
    warningText: warning[7],
    dangerText: danger[7],
    filled: brand[7],
    filledHover: brand[8],
    dangerFilled: danger[7],
    dangerFilledHover: danger[8],
    focusRing: brand[7],
    seriesPrevious: gray[6],
    disabledText: gray[6],
  },
  dark: {
    canvas: dark[8],
    surface: dark[7],
    hoveredRow: dark[6],
    text: dark[0],
    dimmed: dark[1],
    placeholder: dark[2],
    controlBorder: dark[3],
    divider: dark[4],
    link: brand[4],
    successText: success[4],
    warningText: warning[4],
    dangerText: danger[4],
    filled: brand[6],
    filledHover: brand[7],
    dangerFilled: danger[6],
    dangerFilledHover: danger[7],
    focusRing: brand[6],
    seriesPrevious: dark[2],
    disabledText: dark[2],
  },
} as const;

/** Text on fill of each status pill, per scheme. */
export const pills = {
  light: {
    brand: [brand[9], brand[1]],
    success: [success[9], success[1]],
    warning: [warning[9], warning[1]],
    danger: [danger[9], danger[1]],
    gray: [gray[9], gray[1]],
  },
  dark: {
    brand: [brand[1], brand[9]],
    success: [success[1], success[9]],
    warning: [warning[1], warning[9]],
    danger: [danger[1], danger[9]],
    gray: [dark[0], dark[5]],
  },
} as const;
