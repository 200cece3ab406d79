import { SetSignedFileAside } from './set-signed-file-aside.ts';
import { SigningStore } from './signing-store.ts';
import { TakeSignedFile } from './take-signed-file.ts';

export const signingProviders = [SetSignedFileAside, SigningStore, TakeSignedFile];
