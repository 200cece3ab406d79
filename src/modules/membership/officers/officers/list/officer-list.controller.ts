import { Controller, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { fill } from '#i18n/format-more';
import { officerFindingsEn } from '#i18n/words/officer-findings.en';
import { officerFindingsVi } from '#i18n/words/officer-findings.vi';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ImportOfficers } from './import-officers.ts';
import { officerForm, officersLeft } from './officer-files.ts';
import { ReadOfficerList } from './read-officer-list.ts';

const words = { vi: officerFindingsVi, en: officerFindingsEn };

@Controller()
export class OfficerListController {
  constructor(
    private readonly read: ReadOfficerList,
    private readonly importOfficers: ImportOfficers,
  ) {}

  @Handle(routes.officerTemplate)
  async template() {
    return workbook(await officerForm(), 'can-bo.xlsx');
  }

  @Handle(routes.readOfficerList)
  readList(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.readOfficerList>,
  ) {
    return this.read.execute(actor, unitId, file, query);
  }

  @Handle(routes.importOfficers)
  import(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.importOfficers>,
  ) {
    return this.importOfficers.execute(actor, unitId, input);
  }

  @Handle(routes.noteOfficers)
  async notes(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.noteOfficers>,
  ) {
    const findings = await this.importOfficers.findings(actor, unitId, input);
    const of = words[actor.language];
    const say = ({ code, params }: (typeof findings)[number]) => fill(of[`officerFinding.${code}`], params);
    return workbook(
      await officersLeft(input.lines, findings, { say, title: of['officerFinding.title'] }),
      'can-bo-can-sua.xlsx',
    );
  }
}

function workbook(file: Buffer, name: string): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(file, { type: routes.noteOfficers.produces, length: file.length, disposition });
}
