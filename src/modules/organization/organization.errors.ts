import { errors } from '#platform/http';

export const organizationErrors = errors('organization', {
  unitNotFound: [404, 'No such unit at this date'],
  parentNotFound: [422, 'The parent unit does not exist at this date'],
  wrongParentKind: [422, 'A unit of this kind cannot stand below that parent'],
  datesOverlap: [409, 'Another version of this unit is valid in that time'],
  alreadyClosed: [409, 'The unit has ended already'],
  changeBeforeStart: [422, 'The change lies before the unit began'],
  cycle: [422, 'A unit cannot stand below itself'],
  stillHasUnits: [409, 'Units below are still valid after that day'],
  directiveExists: [409, 'This directive is registered already'],
  basisNotVisible: [422, 'The cited directive is not one of this unit or of the units above it'],
  directiveInFuture: [422, 'A directive cannot be issued after today'],
  productNotFound: [404, 'No such product'],
  productExists: [409, 'The commune has this product in its register already'],
  productEnded: [409, 'The product has left the register already'],
  productEndsBeforeStart: [422, 'The product came into the register after that day'],
  productListed: [409, 'The product is on a marketplace already'],
  productTwice: [422, 'A product stands twice in the list'],
  registerInFuture: [422, 'A register figure cannot be dated after today'],
  encodingUnsure: [422, 'The encoding of the file is in doubt and has to be named'],
  fileUnreadable: [422, 'The file is not a table with the expected columns'],
});
