import { contrast, themeOfTelegram } from './theme.ts';

const light = {
  bg_color: '#ffffff',
  secondary_bg_color: '#f1f1f1',
  section_bg_color: '#ffffff',
  text_color: '#000000',
};

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#999999', '#ffffff')).toBeCloseTo(2.85, 2);
});

it("takes a host's ground and text where ours can be read on them", () => {
  expect(themeOfTelegram(light)).toEqual({
    theme: 'light',
    colors: { page: '#f1f1f1', surface: '#ffffff', text: '#000000' },
  });
  expect(themeOfTelegram({ bg_color: '#17212b', text_color: '#f5f5f5' })).toEqual({
    theme: 'dark',
    colors: { page: '#17212b', surface: '#17212b', text: '#f5f5f5' },
  });
});

it('keeps ours where theirs could not be read, or are no colours', () => {
  for (const params of [
    { ...light, text_color: '#999999' },
    { ...light, section_bg_color: '#a8c8e8' },
    { ...light, text_color: 'red' },
    { ...light, text_color: undefined as unknown as string },
  ])
    expect(themeOfTelegram(params)).toEqual({ theme: 'light', colors: null });
  expect(themeOfTelegram({})).toEqual({ theme: undefined, colors: null });
});
