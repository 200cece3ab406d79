import { Global, Module } from '@nestjs/common';
import { DiskFileStore } from './disk-file-store.ts';
import { FileLinks } from './file-links.ts';
import { FileStore } from './file-store.ts';
import { FilesController } from './files.controller.ts';

@Global()
@Module({
  controllers: [FilesController],
  providers: [{ provide: FileStore, useClass: DiskFileStore }, FileLinks],
  exports: [FileStore, FileLinks],
})
export class FilesModule {}
