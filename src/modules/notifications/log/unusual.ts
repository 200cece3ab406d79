/** From when on a use stands out. Numbers are people whose numbers were looked at one by one, not lists. */
export const UNUSUAL_DAYS = 7;
/** Within one hour: a commune has some forty teams with five people each, and nobody calls fifty in an hour. */
export const MANY_NUMBERS = 50;
/** By the clock of Viet Nam. */
export const NIGHT_STARTS = 22;
export const NIGHT_ENDS = 5;
export const NIGHT_NUMBERS = 10;
/** Within one hour. */
export const MANY_LISTS = 5;
export const MANY_REFUSALS = 10;
