export * from './dates.ts';
export * from './deadlines.ts';
export * from './format.ts';
export * from './format-more.ts';
export * from './first-letters.ts';
export * from './weekdays.ts';
