/** Mantine dressed in our tokens: its palette is one blue, everything else points at the CSS variables of libs/tokens. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const civic: MantineColorsTuple = [
  '#e8f1fb',
  '#d3e4f6',
  '#b5d2ef',
  '#8cb9e4',
  '#6db3f8',
  '#3a86cf',
  '#0b5cad',
  '#0b5cad',
  '#084a8c',
  '#063a6e',
];

export const theme = createTheme({
  primaryColor: 'civic',
  colors: { civic },
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '22px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.43', lg: '1.47', xl: '1.41' },
  radius: { xs: '4px', sm: '8px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  focusClassName: 'focus-ring',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { tt: 'none', variant: 'light' } },
    Checkbox: { defaultProps: { radius: 'xs' } },
    Button: { defaultProps: { size: 'sm', fw: 600, variant: 'filled' } },
    Modal: {
      defaultProps: {
        // From the top: one in the middle would move under the finger when what it asks for arrives.
        yOffset: '6dvh',
        radius: 'lg',
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.45 },
      },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    NumberInput: { defaultProps: { hideControls: true, thousandSeparator: '.', decimalSeparator: ',' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-anchor': 'var(--primary)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--control)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--late-text)',
    '--mantine-primary-color-filled': 'var(--primary)',
    '--mantine-primary-color-filled-hover': 'var(--primary-pressed)',
    '--mantine-color-civic-filled': 'var(--primary)',
    '--mantine-color-civic-filled-hover': 'var(--primary-pressed)',
    '--mantine-primary-color-contrast': 'var(--on-primary)',
    '--mantine-color-civic-contrast': 'var(--on-primary)',
    '--mantine-color-civic-light': 'var(--primary-tint)',
    '--mantine-color-civic-light-hover': 'var(--primary-tint)',
    '--mantine-color-civic-light-color': 'var(--primary)',
    '--mantine-color-civic-outline': 'var(--primary)',
    '--mantine-color-disabled': 'var(--mute-bg)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--line-strong)',
  };
  return { variables: {}, light: shared, dark: shared };
};
