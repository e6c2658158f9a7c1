/** What a pill, a notice or a line means; every tone always comes with words and an icon. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** The colour tuple of a tone. */
export const toneColor: Record<Tone, string> = {
  neutral: 'gray',
  info: 'brand',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};
