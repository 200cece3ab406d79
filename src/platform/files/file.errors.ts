import { errors } from '#platform/http';

export const photoErrors = errors('photo', {
  notFound: [404, 'No such photo'],
  notAPhoto: [422, 'The file is not a JPEG, PNG or WebP picture'],
  tooBig: [413, 'The photo is larger than 5 MB'],
  tooManyPixels: [422, 'The picture has too many pixels'],
  linkExpired: [403, 'The link has expired or was changed'],
  idUsed: [409, 'A photo with this id exists'],
});
