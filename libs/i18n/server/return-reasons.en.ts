import type { ReturnReason } from '#contracts/enums';

export const returnReasonsEn: Record<ReturnReason, string> = {
  codes_do_not_match: 'application codes do not match',
  photo_unclear: 'the photo does not show the work',
  figure_repeats: 'the figure repeats the last one',
  link_missing: 'a link is missing',
  other: 'another reason',
};
