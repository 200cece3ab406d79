export * from './calendar.ts';
export * from './csv-safe.ts';
export * from './pdf/papers.ts';
export * from './pdf/render-pdf.ts';
export * from './read-workbook.ts';
export * from './workbook.ts';
export * from './write-workbook.ts';
