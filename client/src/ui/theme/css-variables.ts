import type { CSSVariablesResolver } from '@mantine/core';
import { aliases, palette, series } from './colors';
import { roles } from './roles';

type Variables = Record<string, string>;

function schemeVariables(scheme: 'light' | 'dark'): Variables {
  const role = roles[scheme];
  const variables: Variables = {
    '--mantine-color-body': role.surface,
    '--mantine-color-dimmed': role.dimmed,
    '--mantine-color-placeholder': role.placeholder,
    '--mantine-color-error': role.dangerText,
    '--mantine-color-success': role.successText,
    '--mantine-color-default-border': role.controlBorder,
    '--mantine-color-disabled-color': role.disabledText,
    '--sg-canvas': role.canvas,
    '--sg-hover': role.hoveredRow,
    '--sg-divider': role.divider,
    '--sg-control-border': role.controlBorder,
    '--sg-series-prev': role.seriesPrevious,
    '--sg-hatch': role.divider,
  };
  series[scheme].forEach((color, index) => {
    variables[`--sg-series-${index + 1}`] = color;
  });
  const steps = [1, 3, 5, 7, 9] as const;
  steps.forEach((_, index) => {
    const shade = scheme === 'light' ? steps[index] : steps[4 - index];
    variables[`--sg-seq-${index + 1}`] = palette.brand[shade ?? 5];
  });
  return variables;
}

/**
 * In dark, Mantine's `light` variant darkens shade 9 by half, which all but equals our surface
 * (1.06:1), so pills and quiet buttons get their own fills there.
 */
function darkLightVariant(): Variables {
  const variables: Variables = {};
  for (const name of ['brand', 'success', 'warning', 'danger', ...Object.keys(aliases)]) {
    variables[`--mantine-color-${name}-light`] = `var(--mantine-color-${name}-9)`;
    variables[`--mantine-color-${name}-light-hover`] = `var(--mantine-color-${name}-8)`;
    variables[`--mantine-color-${name}-light-color`] = `var(--mantine-color-${name}-1)`;
  }
  variables['--mantine-color-gray-light'] = palette.dark[5];
  variables['--mantine-color-gray-light-hover'] = palette.dark[4];
  variables['--mantine-color-gray-light-color'] = palette.dark[0];
  return variables;
}

/** Everything Mantine's defaults get wrong for us, and our own variables (prefix `--sg-`). */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables('light'),
  dark: {
    ...schemeVariables('dark'),
    '--mantine-color-default-color': roles.dark.text,
    ...darkLightVariant(),
  },
});
