import type { MantineThemeComponents } from '@mantine/core';
import classes from './components.module.css';

const inputs = {
  defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'], withAsterisk: false },
};

/** Defaults and class names per Mantine component; what each one changes is in `components.module.css`. */
export const components: MantineThemeComponents = {
  // The link colour alone is not 3:1 against the text around it.
  Anchor: { defaultProps: { underline: 'always', inherit: true } },
  Text: { defaultProps: { size: 'sm' } },
  Button: {
    defaultProps: { variant: 'default' },
    classNames: { root: classes.button, label: classes.buttonLabel },
  },
  Badge: { defaultProps: { variant: 'light', tt: 'none', radius: 'xl' } },
  Skeleton: { defaultProps: { animate: false } },
  // Both default to role `alert`, which shouts on page load; callers set a role where one is due.
  Alert: { defaultProps: { role: undefined } },
  Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  Input: { classNames: { wrapper: classes.inputWrapper, input: classes.input } },
  InputWrapper: { ...inputs, classNames: { root: classes.field } },
  TextInput: inputs,
  NativeSelect: inputs,
  Checkbox: { classNames: { input: classes.checkbox } },
  Radio: { classNames: { radio: classes.checkbox } },
  Modal: { classNames: { content: classes.dialog }, defaultProps: { radius: 'lg', shadow: 'md' } },
  LineChart: { defaultProps: { connectNulls: false, curveType: 'linear' } },
  AreaChart: { defaultProps: { connectNulls: false, curveType: 'linear' } },
  Sparkline: { defaultProps: { connectNulls: false, curveType: 'linear' } },
};
