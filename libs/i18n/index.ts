export * from './dates.ts';
export * from './deadlines.ts';
export * from './format.ts';
export * from './format-more.ts';
export * from './initials.ts';
export * from './weekdays.ts';
