import { Global, Module } from '@nestjs/common';
import { DiskFileStore } from './disk-file-store.ts';
import { FileLinks } from './file-links.ts';
import { FileStore } from './file-store.ts';
import { FilesController } from './files.controller.ts';
import { KeptFiles } from './kept-files.ts';
import { NamedFiles } from './named-files.ts';

@Global()
@Module({
  controllers: [FilesController],
  providers: [{ provide: FileStore, useClass: DiskFileStore }, FileLinks, KeptFiles, NamedFiles],
  exports: [FileStore, FileLinks, NamedFiles],
})
export class FilesModule {}
