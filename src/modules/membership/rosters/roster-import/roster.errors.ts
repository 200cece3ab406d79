import { errors } from '#platform/http';

export const rosterErrors = errors('roster', {
  notFound: [404, 'No such import, or it has been erased'],
  erased: [410, 'The file of this import has been erased'],
  notYours: [403, 'The file as it came goes only to who sent it'],
  noTable: [422, 'No sheet of the file has a table with names and phones'],
  unsettled: [409, 'Some findings must be settled first'],
  alreadyConfirmed: [409, 'The import has been confirmed'],
  unknownFinding: [422, 'Not a kind of finding, or not a cell'],
  valueMissing: [422, 'A typed choice needs a value'],
  unknownSheet: [422, 'The file has no sheet of this name'],
  unknownRow: [422, 'The sheet has no such row'],
  unknownColumn: [422, 'The sheet has no such column'],
  tableTwice: [422, 'Two descriptions of one table'],
  columnTwice: [422, 'Two columns for one thing, or one column for two'],
  nameColumnMissing: [422, 'Each person of a row needs a column of names'],
  fromInFuture: [422, 'The register cannot be dated after today'],
  changedMeanwhile: [409, 'The register changed in a way that this list contradicts'],
});
