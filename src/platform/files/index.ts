export { FILE_NAME, fileIn, filesFolder, makePrivate, PRIVATE_FILE } from './disk-file-store.ts';
export { FileLinks } from './file-links.ts';
export { FileStore } from './file-store.ts';
export { photoErrors } from './file.errors.ts';
export { FilesModule } from './files.module.ts';
export { NamedFiles } from './named-files.ts';
export { type NormalPhoto, normalisePhoto, PHOTO_BYTES, squarePhoto } from './normalise-photo.ts';
