/** What the letters of a directive's number say of its kind (decree 30/2020, article 8): "31/KH-UBND" is a plan. Pure. */
import type { directiveKinds } from '#contracts/enums';

type DirectiveKind = (typeof directiveKinds)[number];

const letters: Readonly<Record<string, DirectiveKind>> = {
  KH: 'plan',
  QD: 'decision',
  NQ: 'resolution',
  HD: 'guidance',
};

/** Undefined while the number has no letters; letters that name no kind are those of an office, and so of a letter. */
export function kindOfNumber(number: string): DirectiveKind | undefined {
  const symbol = /^[^/]*\d[^/]*\/(?:\d+\/)?\s*([^\s\d-]+)/.exec(number.trim())?.[1];
  if (!symbol) return undefined;
  const folded = symbol.toLocaleUpperCase('vi').replace(/Đ/g, 'D');
  return letters[folded] ?? (folded.length > 2 ? 'official_letter' : undefined);
}
