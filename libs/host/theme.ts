/**
 * A host's colours beside ours. Ours stay where theirs could not be read: Telegram lets people make themes in which grey
 * on white is 2.9. Relative luminance and ratio as WCAG 2 defines them.
 */
import type { HostColors } from './mini-app-host.ts';

const OWN = {
  light: ['#51606d', '#0b5cad', '#9b1c12', '#7a4b00', '#10602c', '#0b4a8f'],
  dark: ['#a3b1be', '#6db3f8', '#ffaaa3', '#ffcf85', '#93dfab', '#a9d2fc'],
};
const READABLE = 4.5;

const HEX = /^#[0-9a-f]{6}$/i;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

export function themeOfTelegram(params: Record<string, string>): {
  theme: 'light' | 'dark' | undefined;
  colors: HostColors | null;
} {
  const { bg_color: bg, secondary_bg_color: second, section_bg_color: section, text_color: text } = params;
  if (!bg || !HEX.test(bg)) return { theme: undefined, colors: null };
  const theme = luminance(bg) < 0.2 ? 'dark' : 'light';
  const colors = { page: second ?? bg, surface: section ?? bg, text: text ?? '' };
  const usable = Object.values(colors).every((color) => HEX.test(color));
  return { theme, colors: usable && isReadable(colors, theme) ? colors : null };
}

function isReadable({ page, surface, text }: HostColors, theme: 'light' | 'dark'): boolean {
  return [page, surface].every((ground) =>
    [text, ...OWN[theme]].every((letters) => contrast(ground, letters) >= READABLE),
  );
}
