export * from './calendar.ts';
export * from './csv-safe.ts';
export * from './read-workbook.ts';
export * from './workbook.ts';
export * from './write-workbook.ts';
