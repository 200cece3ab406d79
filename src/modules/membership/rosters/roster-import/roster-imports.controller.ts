import { Controller, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ChooseInRoster } from './choose-in-roster.ts';
import { ConfirmRoster } from './confirm-roster.ts';
import { DiscardRoster } from './discard-roster.ts';
import { ReadRoster } from './files/read-roster.ts';
import { ReadRosterGaps } from './read-roster-gaps.ts';
import { SetRosterColumns } from './set-roster-columns.ts';
import { UploadRoster } from './upload-roster.ts';

@Controller()
export class RosterImportsController {
  // oxlint-disable-next-line max-params -- one for each act on a list
  constructor(
    private readonly read: ReadRoster,
    private readonly uploadRoster: UploadRoster,
    private readonly chooseInRoster: ChooseInRoster,
    private readonly setRosterColumns: SetRosterColumns,
    private readonly confirmRoster: ConfirmRoster,
    private readonly discardRoster: DiscardRoster,
    private readonly readGaps: ReadRosterGaps,
  ) {}

  @Handle(routes.rosterTemplate)
  async template() {
    return workbook(await this.read.blank(), 'Phụ lục 1');
  }

  @Handle(routes.uploadRoster)
  async upload(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() bytes: Buffer,
    @Query() { fileName }: RouteQuery<typeof routes.uploadRoster>,
  ) {
    return this.read.view(actor, await this.uploadRoster.execute(actor, unitId, bytes, fileName));
  }

  @Handle(routes.getRosterImport)
  one(@CurrentActor() actor: Actor, @PathId('importId') importId: string) {
    return this.read.one(actor, importId);
  }

  @Handle(routes.chooseInRoster)
  async choose(
    @CurrentActor() actor: Actor,
    @PathId('importId') importId: string,
    @Input() input: RouteBody<typeof routes.chooseInRoster>,
  ) {
    await this.chooseInRoster.execute(actor, importId, input.choices);
    return this.read.one(actor, importId);
  }

  @Handle(routes.setRosterColumns)
  async columns(
    @CurrentActor() actor: Actor,
    @PathId('importId') importId: string,
    @Input() input: RouteBody<typeof routes.setRosterColumns>,
  ) {
    await this.setRosterColumns.execute(actor, importId, input.tables);
    return this.read.one(actor, importId);
  }

  @Handle(routes.rosterGaps)
  gaps(
    @CurrentActor() actor: Actor,
    @PathId('importId') importId: string,
    @Query() { signedOn }: RouteQuery<typeof routes.rosterGaps>,
  ) {
    return this.readGaps.execute(actor, importId, signedOn);
  }

  @Handle(routes.confirmRoster)
  confirm(
    @CurrentActor() actor: Actor,
    @PathId('importId') importId: string,
    @Input() input: RouteBody<typeof routes.confirmRoster>,
  ) {
    return this.confirmRoster.execute(actor, importId, input);
  }

  @Handle(routes.discardRoster)
  discard(@CurrentActor() actor: Actor, @PathId('importId') importId: string) {
    return this.discardRoster.execute(actor, importId);
  }

  @Handle(routes.originalRoster)
  async original(@CurrentActor() actor: Actor, @PathId('importId') importId: string) {
    const { file, name } = await this.read.original(actor, importId);
    return download(file, name, routes.originalRoster.produces);
  }

  @Handle(routes.annotatedRoster)
  async annotated(@CurrentActor() actor: Actor, @PathId('importId') importId: string) {
    const { file, name } = await this.read.annotated(actor, importId);
    return workbook(file, `${name} - ghi chú`);
  }
}

function workbook(file: Buffer, name: string): StreamableFile {
  return download(file, `${name}.xlsx`, routes.annotatedRoster.produces);
}

function download(file: Buffer, name: string, type: string): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(file, { type, length: file.length, disposition });
}
