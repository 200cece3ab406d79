import { AddPhoto } from './add-photo.ts';
import { ReadPhotos } from './read-photos.ts';

export const photoProviders = [AddPhoto, ReadPhotos];
